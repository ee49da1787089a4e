package io.quintet.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What SIGHUP asks for. Someone who sends it wants newer logics; a terminal that is closed sends it too, and nobody wants
 * a server to outlive the terminal in which it was started.
 */
final class Hangup implements Consumer<String> {
    private static final Path CONTROLLING_TERMINAL = Path.of("/dev/tty");

    private final boolean onTerminal = hasTerminal();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Consumer<String> reload;
    private final Consumer<String> end;

    Hangup(Consumer<String> reload, Consumer<String> end) {
        this.reload = reload;
        this.end = end;
    }

    /** A shell passes on the signal that the system has sent already: both are one wish. */
    @Override
    public void accept(String signal) {
        if (!onTerminal || hasTerminal()) {
            reload.accept(signal);
        } else if (ended.compareAndSet(false, true)) {
            end.accept(signal + " of a closed terminal");
        }
    }

    private static boolean hasTerminal() {
        try {
            FileChannel.open(CONTROLLING_TERMINAL, StandardOpenOption.READ).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
