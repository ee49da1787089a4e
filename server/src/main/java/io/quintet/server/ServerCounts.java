package io.quintet.server;

import io.quintet.protocol.CloseReason;
import io.quintet.server.LoopCounts.Count;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/** What one server has counted so far: its event loops for each request, itself for each connection. Safe from any thread. */
final class ServerCounts {
    private static final List<CloseReason> FAILURES =
            List.of(CloseReason.LOGIC_ERROR, CloseReason.LOGIC_TIMEOUT, CloseReason.ANSWER_TOO_LONG);

    private final List<LoopCounts> loops = new CopyOnWriteArrayList<>();
    private final AtomicLong handshakes = new AtomicLong();
    private final Map<CloseReason, AtomicLong> closed = new EnumMap<>(CloseReason.class);

    ServerCounts() {
        Arrays.stream(CloseReason.values()).forEach(reason -> closed.put(reason, new AtomicLong()));
    }

    /** For one more event loop. */
    LoopCounts newLoop() {
        LoopCounts loop = new LoopCounts();
        loops.add(loop);
        return loop;
    }

    /** A TLS handshake has succeeded. */
    void handshaken() {
        handshakes.incrementAndGet();
    }

    /** A connection has ended. */
    void closed(CloseReason reason) {
        Objects.requireNonNull(closed.get(reason)).incrementAndGet();
    }

    /** @param open connections that have not ended */
    ConnectionStatistics connections(int open, long accepted) {
        Map<CloseReason, Long> byReason = new EnumMap<>(CloseReason.class);
        closed.forEach((reason, count) -> byReason.put(reason, count.get()));
        return new ConnectionStatistics(open, accepted, byReason, handshakes.get(), pauses());
    }

    private Map<String, Long> pauses() {
        Map<String, Long> byReason = new LinkedHashMap<>();
        Pauses.Reason.pausing().forEach(reason -> byReason.put(reason.toString(), sum(loop -> loop.pauses(reason))));
        return byReason;
    }

    /** What ends a request is read before what begins one, so that there are never more answers than requests. */
    RequestStatistics requests() {
        long answered = sum(Count.ANSWERS);
        long unanswered = sum(Count.UNANSWERED);
        Map<CloseReason, Long> failures = new EnumMap<>(CloseReason.class);
        FAILURES.forEach(way -> failures.put(way, sum(loop -> loop.failures(way))));
        return new RequestStatistics(
                sum(Count.REQUESTS), answered, unanswered, failures, sum(Count.RECEIVED_BYTES), sum(Count.SENT_BYTES));
    }

    private long sum(Count count) {
        return sum(loop -> loop.get(count));
    }

    private long sum(ToLongFunction<LoopCounts> count) {
        return loops.stream().mapToLong(count).sum();
    }
}
