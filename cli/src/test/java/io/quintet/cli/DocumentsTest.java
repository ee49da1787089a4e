package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.protocol.CloseReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Documents name no command, flag or file that does not exist. */
class DocumentsTest {
    @Test
    void everyCommandShownExistsAndTakesItsFlags() throws IOException {
        for (Path document : Documents.all()) {
            for (String command : Documents.commands(document)) {
                assertThat(unknownWords(command))
                        .as("%s: quintet %s", document, command)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyFlagNamedExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (CommandName name : CommandName.values()) {
            known.addAll(flags(name));
        }
        for (Path document : Documents.all()) {
            List<String> named = Documents.code(document).stream()
                    .filter(code -> code.startsWith("--"))
                    .map(code -> code.split("[ =\\[]", 2)[0])
                    .toList();
            assertThat(known).as("flags of %s", document).containsAll(named);
        }
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        for (Path document : Documents.all()) {
            assertThat(Documents.links(document)).as("links of %s", document).allMatch(Files::exists);
        }
    }

    @Test
    void everyDecisionHasANumberOfItsOwn() throws IOException {
        List<Path> decisions = Documents.all().stream()
                .filter(document -> document.getParent().endsWith("decisions"))
                .toList();

        for (Path decision : decisions) {
            String number = decision.getFileName().toString().substring(0, 4);
            assertThat(Files.readString(decision)).startsWith("# " + Integer.parseInt(number) + ". ");
        }
        assertThat(decisions)
                .extracting(decision -> decision.getFileName().toString().substring(0, 4))
                .doesNotHaveDuplicates();
    }

    @Test
    void operatorsAreToldOfCloseReasonsWhatTheCommandTellsThem() throws IOException {
        String rows = Arrays.stream(CloseReason.values())
                .map(reason -> "| `" + reason.code() + "` | " + level(reason) + " | " + reason.meaning() + " | "
                        + reason.advice() + " |")
                .collect(Collectors.joining("\n"));

        assertThat(Documents.read("docs/operations.md"))
                .contains("| code | logged at | what happened | what to do |\n| --- | --- | --- | --- |\n" + rows
                        + "\n\n");
    }

    private static String level(CloseReason reason) {
        if (reason == CloseReason.INTERNAL_ERROR) {
            return "error";
        }
        return reason.isNormal() ? "debug" : "info";
    }

    /** The command or its flags, where they do not exist. */
    private static List<String> unknownWords(String command) {
        List<String> words = Arrays.asList(command.replaceAll("'[^']*'", "''").split("[ =]+"));
        Optional<CommandName> name = CommandName.find(words.get(0));
        Set<String> flags = name.map(DocumentsTest::flags).orElse(Set.of("--help", "--version"));
        List<String> unknown = words.stream()
                .filter(word -> word.matches("--?[a-z].*") && !flags.contains(word))
                .collect(Collectors.toList());
        if (name.isEmpty() && !flags.contains(words.get(0))) {
            unknown.add(words.get(0));
        }
        return unknown;
    }

    private static Set<String> flags(CommandName name) {
        CommandSpec spec = name.make().spec();
        CommonFlags.addTo(spec);
        Set<String> flags = new TreeSet<>(spec.optionsMap().keySet());
        for (CommandLine nested : spec.subcommands().values()) {
            flags.addAll(nested.getCommandSpec().optionsMap().keySet());
        }
        return flags;
    }
}
