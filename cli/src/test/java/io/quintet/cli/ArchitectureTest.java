package io.quintet.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between modules, and what may be named on their ends. The build's import rules say it file by file. */
class ArchitectureTest {
    private static final JavaClasses QUINTET = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.quintet");

    @Test
    void modulesKnowOnlyTheModulesBelowThem() {
        layers().whereLayer("protocol")
                .mayNotAccessAnyLayer()
                .whereLayer("logic")
                .mayNotAccessAnyLayer()
                .whereLayer("config")
                .mayOnlyAccessLayers("protocol")
                .whereLayer("client")
                .mayOnlyAccessLayers("protocol")
                .whereLayer("server")
                .mayOnlyAccessLayers("protocol", "logic", "config")
                .whereLayer("exec")
                .mayOnlyAccessLayers("protocol", "logic")
                .whereLayer("load")
                .mayOnlyAccessLayers("protocol", "logic", "config", "client")
                .whereLayer("admin")
                .mayOnlyAccessLayers("protocol", "config", "server")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("testing")
                .mayNotBeAccessedByAnyLayer()
                .check(QUINTET);
    }

    private static LayeredArchitecture layers() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.quintet..")
                .withOptionalLayers(true)
                .layer("protocol")
                .definedBy("io.quintet.protocol..")
                .layer("logic")
                .definedBy("io.quintet.logic..")
                .layer("config")
                .definedBy("io.quintet.config..")
                .layer("client")
                .definedBy("io.quintet.client..")
                .layer("server")
                .definedBy("io.quintet.server..")
                .layer("exec")
                .definedBy("io.quintet.exec..")
                .layer("load")
                .definedBy("io.quintet.load..")
                .layer("admin")
                .definedBy("io.quintet.admin..")
                .layer("cli")
                .definedBy("io.quintet.cli..")
                .layer("testing")
                .definedBy("io.quintet.testing..");
    }

    @Test
    void logicsNeedNothingButTheJdk() {
        onlyDependOn("io.quintet.logic", "java..");
    }

    @Test
    void settingsKnowNoChannel() {
        onlyDependOn("io.quintet.config", "java..", "io.quintet.protocol..", "com.typesafe.config..");
    }

    @Test
    void serverKnowsNoCommandLineAndNoLoggingBackend() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("io.quintet.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "ch.qos.logback..", "org.jline..", "com.typesafe.config..")
                .allowEmptyShould(true)
                .check(QUINTET);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("io.quintet.(**)").should().beFreeOfCycles().check(QUINTET);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = QUINTET.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }

    private static void onlyDependOn(String module, String... packages) {
        DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideInAnyPackage(packages)
                .or(JavaClass.Predicates.resideInAnyPackage(module + "..", "org.jspecify.annotations"));
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(module + "..")
                .should()
                .onlyDependOnClassesThat(allowed)
                .check(QUINTET);
    }
}
