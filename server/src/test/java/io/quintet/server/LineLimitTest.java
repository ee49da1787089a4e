package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quintet.protocol.CloseReason;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LineLimitTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.quintet.server.connection");
    private final ListAppender<ILoggingEvent> counts = new ListAppender<>();
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final LineLimit limit = new LineLimit(nanos::get);

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        counts.start();
        logger.addAppender(counts);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(counts);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private void log(CloseReason reason, int times) {
        for (int i = 0; i < times; i++) {
            limit.log(reason, channel.eventLoop(), lines::incrementAndGet);
        }
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private List<String> counted() {
        return counts.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void whatIsNotToldIsCountedAtTheEndOfTheSecond() {
        channel.freezeTime();
        log(CloseReason.BAD_HEADER, 1000);
        pass(990);
        assertThat(lines).hasValue(20);
        assertThat(counted()).isEmpty();

        pass(10);
        assertThat(counted()).containsExactly("closed bad-header: 980 more connections within a second");
        log(CloseReason.BAD_HEADER, 20);
        pass(5000);
        assertThat(lines).hasValue(40);
        assertThat(counted()).hasSize(1);
    }

    @Test
    void eachReasonHasItsOwn() {
        log(CloseReason.BAD_HEADER, 21);
        log(CloseReason.TOO_LONG, 20);

        limit.close();
        assertThat(lines).hasValue(40);
        assertThat(counted()).containsExactly("closed bad-header: 1 more connections within a second");
    }

    @Test
    void theFirstLineOfTheNextSecondComesBehindTheCount() {
        log(CloseReason.PEER_RESET, 30);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        log(CloseReason.PEER_RESET, 1);

        assertThat(lines).hasValue(21);
        assertThat(counted()).containsExactly("closed peer-reset: 10 more connections within a second");
        limit.close();
        assertThat(counted()).hasSize(1);
    }

    @Test
    void whoLogsAtDebugIsToldEverything() {
        logger.setLevel(Level.DEBUG);

        log(CloseReason.BAD_HEADER, 1000);

        limit.close();
        assertThat(lines).hasValue(1000);
        assertThat(counted()).isEmpty();
    }

    @Test
    void fromThousandsOfLinesInManySecondsTheSumIsRight() {
        channel.freezeTime();
        for (int i = 0; i < 1000; i++) {
            log(CloseReason.BAD_HEADER, 13);
            pass(17);
        }
        limit.close();

        int omitted = counted().stream()
                .mapToInt(line -> Integer.parseInt(line.split(" ", -1)[2]))
                .sum();
        assertThat(lines.get() + omitted).isEqualTo(13_000);
        assertThat(counted()).hasSizeBetween(16, 18);
        assertThat(lines).hasValueBetween(320, 360);
    }
}
