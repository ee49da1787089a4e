package io.quintet.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command talks to.
 *
 * @param in what it is given
 * @param out results, nothing else
 * @param err everything that is no result
 * @param environment the variables it was started with
 * @param terminals which of the three are a terminal and not a file or a pipe
 */
record Terminal(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Terminals terminals) {
    /** The process's own. */
    static Terminal ofProcess() {
        return new Terminal(System.in, utf8(System.out), utf8(System.err), System.getenv(), Terminals.ofProcess());
    }

    boolean inIsTerminal() {
        return terminals.in();
    }

    boolean outIsTerminal() {
        return terminals.out();
    }

    boolean errIsTerminal() {
        return terminals.err();
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
