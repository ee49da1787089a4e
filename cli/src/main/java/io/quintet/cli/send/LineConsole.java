package io.quintet.cli.send;

import java.util.Optional;

/** Where a person types lines. */
interface LineConsole extends AutoCloseable {
    /** The next line as typed; empty at the end of input. */
    Optional<String> read(String prompt);

    /** Shows a line above the one being typed, if one is. Safe from any thread. */
    void say(String line);

    @Override
    void close();
}
