package io.quintet.cli.lineage;

import io.quintet.testing.DocumentSnippets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/lineage.md}: the commands it tells its reader to type, and the Java it shows. */
final class LineageDocument {
    private static final Path FILE = Path.of("..", "docs", "lineage.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)$");
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLIENT = Pattern.compile("(.*?)(?:\\s+# (.*))?");

    /** A client's command; what it prints, with {@code |} between lines, empty where the document does not say. */
    record Client(String command, String prints) {
        static Client of(String line) {
            Matcher parts = CLIENT.matcher(line);
            if (!parts.matches()) {
                throw new AssertionError(line);
            }
            return new Client(parts.group(1), parts.group(2) == null ? "" : parts.group(2));
        }
    }

    /** One block of commands: the server's, and those of its clients. */
    record Commands(String section, String server, List<Client> clients) {
        static Commands of(String section, String block) {
            List<String> lines = block.lines().toList();
            return new Commands(
                    section,
                    lines.get(0),
                    lines.stream().skip(1).map(Client::of).toList());
        }

        @Override
        public String toString() {
            return section + ": " + server;
        }
    }

    private LineageDocument() {}

    /** All blocks of commands, in order. */
    static List<Commands> commands() {
        List<Commands> found = new ArrayList<>();
        String[] parts = SECTION.split(text(), -1);
        List<String> titles = sections();
        for (int i = 1; i < parts.length; i++) {
            for (MatchResult block : COMMANDS.matcher(parts[i]).results().toList()) {
                found.add(Commands.of(titles.get(i - 1), block.group(1)));
            }
        }
        return found;
    }

    /** The first server's command in a section. */
    static String server(String section) {
        return commands().stream()
                .filter(commands -> commands.section().equals(section))
                .findFirst()
                .orElseThrow(() -> new AssertionError(FILE + ": no section " + section))
                .server();
    }

    static List<String> sections() {
        return SECTION.matcher(text()).results().map(match -> match.group(1)).toList();
    }

    /** The Java sources by class name. */
    static Map<String, String> sources() {
        return DocumentSnippets.of(FILE);
    }

    /** Writes the Java sources below {@code folder}, where the document has its reader put them. */
    static void writeSources(Path folder) throws IOException {
        for (Map.Entry<String, String> source : sources().entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
