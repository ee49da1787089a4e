package io.quintet.server;

import io.netty.channel.EventLoopGroup;
import io.quintet.protocol.CloseReason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How one server ends: asked for, it goes on as before for the drain's delay, then accepts no more, answers what was sent
 * and closes; what is still open after the drain's timeout is cut. Safe from any thread.
 */
final class Ending {
    private final Service service;
    private final AcceptGate gate;
    private final Listeners listeners;
    private final EventLoopGroup loops;
    private final Runnable last;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean forced = new AtomicBoolean();
    private final CompletableFuture<DrainReport> report = new CompletableFuture<>();

    /** @param last run when the event loops have ended */
    Ending(Service service, AcceptGate gate, Listeners listeners, EventLoopGroup loops, Runnable last) {
        this.service = service;
        this.gate = gate;
        this.listeners = listeners;
        this.loops = loops;
        this.last = last;
    }

    /** Whether the server is to end, or has ended. */
    boolean isAskedFor() {
        return asked.get();
    }

    /** Done at the end. */
    CompletableFuture<DrainReport> report() {
        return report;
    }

    /** Has the server end gracefully; the report on it, the same one each time. */
    CompletableFuture<DrainReport> ask() {
        if (asked.compareAndSet(false, true)) {
            Duration delay = service.turnover().drainDelay();
            if (delay.isZero()) {
                begin();
            } else {
                loops.schedule(this::begin, delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return report;
    }

    /** Has the server end now, delay or not, and whatever is in flight. */
    CompletableFuture<DrainReport> atOnce() {
        asked.set(true);
        cut();
        begin();
        return report;
    }

    /** An event loop that ends of itself, for want of memory say, takes its connections with it. */
    void lost() {
        asked.set(true);
        if (begun.compareAndSet(false, true)) {
            report.completeExceptionally(new IllegalStateException("an event loop has ended (expected: none does)"));
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private void begin() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        long since = System.nanoTime();
        int connections = gate.open();
        service.beginDraining();
        listeners.closeWhenQuiet(gate);
        service.each(Draining.Cause.END);
        Duration timeout = service.timeouts().drain();
        if (!timeout.isZero()) {
            loops.schedule(this::cut, timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        listeners.whenClosed().thenCompose(closed -> gate.whenEmpty()).thenRun(() -> end(connections, since));
    }

    private void cut() {
        forced.set(gate.open() > 0);
        service.stop();
        listeners.close();
        service.each(CloseReason.SERVER_STOPPED);
    }

    private void end(int connections, long since) {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).addListener(ended -> {
            last.run();
            Duration took = Duration.ofNanos(System.nanoTime() - since);
            report.complete(new DrainReport(connections, service.unanswered(), forced.get(), took));
        });
    }
}
