package io.quintet.cli;

import static io.quintet.cli.Launching.LAUNCHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code share/quintet.cdx.json}: what it says to be in the distribution is what is. */
class BillOfMaterialsIT {
    private static final Pattern PURL =
            Pattern.compile("pkg:maven/[^/]+/([^@]+)@([^?]+)\\?(?:classifier=([^&]+)&)?type=jar");
    private static final String RENEW = "to be renewed with .ci/renew";

    private final Config bill = ConfigFactory.parseFile(
            LAUNCHER.resolveSibling("../share/quintet.cdx.json").toFile());

    @Test
    void itListsTheShippedJarsAndNoOther() throws IOException {
        List<String> listed = components().stream().map(BillOfMaterialsIT::file).toList();

        assertThat(listed)
                .as(RENEW)
                .containsExactlyInAnyOrderElementsOf(ShippedJars.libraries().stream()
                        .map(BillOfMaterialsIT::name)
                        .toList());
        assertThat(file(bill.getConfig("metadata.component"))).isEqualTo(name(ShippedJars.own()));
    }

    @Test
    void itHasTheChecksumOfEveryJarFromElsewhere() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        for (Path jar : ShippedJars.libraries()) {
            if (!name(jar).startsWith("quintet-")) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                expected.put(name(jar), HexFormat.of().formatHex(digest));
            }
        }

        Map<String, String> listed = new TreeMap<>();
        for (Config component : components()) {
            if (component.hasPath("hashes")) {
                listed.put(file(component), checksum(component));
            }
        }

        assertThat(listed).as(RENEW).isEqualTo(expected);
    }

    @Test
    void itDoesNotSayWhereReleasesAreUploadedTo() {
        assertThat(components())
                .as(RENEW)
                .filteredOn(component -> component.hasPath("externalReferences"))
                .flatExtracting(component -> component.getConfigList("externalReferences"))
                .extracting(reference -> reference.getString("type"))
                .isNotEmpty()
                .noneMatch(type -> type.startsWith("distribution"));
    }

    private List<? extends Config> components() {
        return bill.getConfigList("components");
    }

    private static String checksum(Config component) {
        return component.getConfigList("hashes").stream()
                .filter(hash -> hash.getString("alg").equals("SHA-256"))
                .map(hash -> hash.getString("content"))
                .findFirst()
                .orElseThrow();
    }

    private static String file(Config component) {
        Matcher purl = PURL.matcher(component.getString("purl"));
        assertThat(purl.matches()).as(component.getString("purl")).isTrue();
        String classifier = purl.group(3) == null ? "" : "-" + purl.group(3);
        return purl.group(1) + "-" + purl.group(2) + classifier + ".jar";
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }
}
