package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netty.util.ResourceLeakDetector;
import io.quintet.config.TransportChoice;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event loop allocates while it answers, by the JVM's own count of its thread. */
final class AllocationIT {
    private static final String FRAME = "00032abcdefghijklmnopqrstuvwxyz012345";
    private static final String ANSWER = "00032543210zyxwvutsrqponmlkjihgfedcba";
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 12_000;

    private static ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();

    /** It would count the leak detector's own notes on every use of a buffer. */
    @BeforeAll
    static void rest() {
        level = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    }

    @AfterAll
    static void resume() {
        ResourceLeakDetector.setLevel(level);
    }

    @ParameterizedTest(name = "{0}, {1} frames a read: at most {2} bytes a frame")
    @CsvSource({"nio, 1, 2", "nio, 64, 0.1", "epoll, 1, 2", "epoll, 64, 0.1", "io_uring, 64, 8"})
    void framesAnsweredInPlaceAllocateNothing(String transport, int depth, double most) {
        measure(transport, depth, most, TestServer.builtIn("reverse"));
    }

    @ParameterizedTest(name = "{0}, {1} frames a read: at most {2} bytes a frame")
    @CsvSource({"nio, 1, 2", "nio, 64, 0.1", "epoll, 1, 2", "epoll, 64, 0.1", "io_uring, 64, 8"})
    void framesAnsweredInlineAllocateNothing(String transport, int depth, double most) {
        InlineLogic appending = (request, answer) -> answer.append(request.payload());
        measure(transport, depth, most, TestServer.builtIn("reverse")[0], appending);
    }

    private static void measure(String transport, int depth, double most, Logic... chain) {
        try (TestServer server = TestServer.start(TransportChoice.valueOf(transport.toUpperCase(Locale.ROOT)), chain);
                RawPeer peer = server.connect()) {
            byte[] requests = RawPeer.bytes(FRAME.repeat(depth));
            byte[] answers = RawPeer.bytes(ANSWER.repeat(depth));
            exchange(peer, requests, answers, WARM_UP);

            long before = allocatedByEventLoop();
            exchange(peer, requests, answers, ROUNDS);
            double perFrame = (allocatedByEventLoop() - before) / (double) (ROUNDS * depth);

            assertThat(perFrame).as("bytes allocated a frame").isLessThanOrEqualTo(most);
        }
    }

    private static void exchange(RawPeer peer, byte[] requests, byte[] answers, int rounds) {
        for (int i = 0; i < rounds; i++) {
            peer.send(requests).gets(answers);
        }
    }

    private static long allocatedByEventLoop() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("quintet-loop"))
                .mapToLong(Thread::getId)
                .map(threads::getThreadAllocatedBytes)
                .sum();
    }
}
