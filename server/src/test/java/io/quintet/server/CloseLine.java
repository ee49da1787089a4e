package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** The line that is logged about the end of the connection at hand: one, printable, and not long. */
final class CloseLine implements AutoCloseable {
    private static final int MOST = 800;

    private final List<String> lines = new ArrayList<>();
    private final CloseAppender appender = new CloseAppender(event -> lines.add(event.getFormattedMessage()));

    /** The reason that the line gives. */
    String takeReason() {
        assertThat(lines).hasSize(1);
        String line = lines.remove(0);
        assertThat(line).isPrintable().hasSizeLessThan(MOST).startsWith("closed ");
        return line.substring("closed ".length(), line.indexOf(": "));
    }

    @Override
    public void close() {
        appender.close();
    }
}
