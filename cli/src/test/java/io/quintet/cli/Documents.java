package io.quintet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's documents, and what in them can be compared with the program. */
final class Documents {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("(?:^|[ /])quintet ((?:[a-z-]).*)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

    private Documents() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    static String read(String name) throws IOException {
        return Files.readString(ROOT.resolve(name));
    }

    /** What stands between backquotes or in a block of code, each line by itself. */
    static List<String> code(Path document) throws IOException {
        List<String> code = new ArrayList<>();
        boolean inBlock = false;
        for (String line : Files.readAllLines(document)) {
            if (line.startsWith("```")) {
                inBlock = !inBlock;
            } else if (inBlock) {
                code.add(line);
            } else {
                SPAN.matcher(line).results().forEach(span -> code.add(span.group(1)));
            }
        }
        return code;
    }

    /** The words behind {@code quintet} where it is called, up to a pipe, a redirection or a comment. */
    static List<String> commands(Path document) throws IOException {
        return code(document).stream()
                .flatMap(line -> COMMAND.matcher(line).results())
                .map(found -> found.group(1).split(" [|>#&]| {2,}", 2)[0].strip())
                .toList();
    }

    /** Where links to other files of the project lead. */
    static List<Path> links(Path document) throws IOException {
        return LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .map(target -> document.resolveSibling(target).normalize())
                .toList();
    }
}
