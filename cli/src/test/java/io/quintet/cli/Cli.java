package io.quintet.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs the command in this process and keeps what it wrote. */
final class Cli {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Map<String, String> environment = Map.of();
    private Terminals terminals = Terminals.NONE;
    private InputStream in = InputStream.nullInputStream();

    static Ended run(String... words) {
        return new Cli().end(words);
    }

    Cli with(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    /** What stdin has, one byte a character. */
    Cli reading(String bytes) {
        in = new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Cli onTerminal() {
        terminals = new Terminals(true, true, true);
        return this;
    }

    Ended end(String... words) {
        Terminal terminal = new Terminal(in, stream(out), stream(err), environment, terminals);
        ExitCode code = Main.run(terminal, words);
        return new Ended(code, out(), err());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    record Ended(ExitCode code, String out, String err) {}
}
