package io.quintet.server;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the server logs about the ends of its connections, down to debug. */
final class CloseLines implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern COUNT = Pattern.compile(": (\\d+) more connections");

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final CloseAppender appender = new CloseAppender(events::add);

    /** The first event about {@code peer}; waits for it. */
    ILoggingEvent about(RawPeer peer) {
        return with(" from " + peer.name());
    }

    /** The first event that has {@code part} in its line; waits for it. */
    ILoggingEvent with(String part) {
        return await("a line with " + part)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> find(part), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ILoggingEvent> find(String part) {
        return events.stream()
                .filter(event -> event.getFormattedMessage().contains(part))
                .findFirst();
    }

    /** From now on what an operator sees by default, where lines are rare. */
    void atInfoAlone() {
        appender.atInfoAlone();
    }

    /** How many lines told of {@code connections} that ended for a reason, each one or in a count; waits for the last. */
    int awaitAll(String code, int connections) {
        await("word of " + connections + " connections")
                .atMost(PATIENCE)
                .until(() -> lines(code).mapToInt(CloseLines::connections).sum() == connections);
        return (int) lines(code).count();
    }

    private Stream<String> lines(String code) {
        return lines().stream().filter(line -> line.startsWith("closed " + code + ": "));
    }

    /** A line is of one connection, or says {@code closed CODE: N more connections}. */
    private static int connections(String line) {
        Matcher count = COUNT.matcher(line);
        return count.find() ? Integer.parseInt(count.group(1)) : 1;
    }

    /** All lines so far. */
    List<String> lines() {
        return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        appender.close();
    }
}
