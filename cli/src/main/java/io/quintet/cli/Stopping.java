package io.quintet.cli;

import io.quintet.server.DrainReport;
import io.quintet.server.QuintetServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a served server ends: the first signal drains it, a second one stops it at once. */
final class Stopping implements AutoCloseable {
    /** A tool such as {@code timeout} signals a process and then its group: signals this close are one wish. */
    private static final Duration ONE_WISH = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.cli.serve");

    private final QuintetServer server;
    private final LongSupplier nanos;
    private final Signals signals;
    private boolean draining;
    private long drainingSince;
    private final CompletableFuture<DrainReport> ended = new CompletableFuture<>();

    private Stopping(QuintetServer server, LongSupplier nanos) {
        this.server = server;
        this.nanos = nanos;
        this.signals = Signals.to(this::ask, "TERM", "INT");
        server.ended().whenComplete(this::end);
    }

    static Stopping of(QuintetServer server) {
        return new Stopping(server, System::nanoTime);
    }

    /** With another clock. */
    static Stopping of(QuintetServer server, LongSupplier nanos) {
        return new Stopping(server, nanos);
    }

    /** Waits for the end; interrupting the waiting thread is asking for it. */
    ExitCode await() {
        while (true) {
            try {
                return tell(ended.get());
            } catch (InterruptedException e) {
                ask("interrupt");
            } catch (ExecutionException e) {
                throw new CommandException(ExitCode.FAILURE, "serve: failed: " + e.getMessage(), e);
            }
        }
    }

    /** Leaves nothing behind that still runs. */
    @Override
    public void close() {
        signals.close();
        server.stopNow();
    }

    /**
     * Asks for the end, once more for the end at once. Safe from any thread.
     *
     * @param signal who asks
     */
    synchronized void ask(String signal) {
        if (!draining) {
            draining = true;
            drainingSince = nanos.getAsLong();
            LOG.info("{}: {}; once more to stop at once", signal, intention());
            server.drain();
        } else if (nanos.getAsLong() - drainingSince > ONE_WISH.toNanos()) {
            LOG.info("{}: stopping at once", signal);
            server.stopNow();
        }
    }

    private String intention() {
        Duration delay = server.settings().turnover().drainDelay();
        return delay.isZero() ? "draining" : "not ready any more, draining in " + delay.toMillis() + " ms";
    }

    private void end(@Nullable DrainReport report, @Nullable Throwable failure) {
        if (report == null) {
            ended.completeExceptionally(
                    failure == null ? new IllegalStateException("drained without a report") : failure);
        } else {
            ended.complete(report);
        }
    }

    private static ExitCode tell(DrainReport report) {
        String how = report.forced() ? "stopped, connections were cut" : "stopped";
        LOG.info(
                "{}: {} connections, {} requests unanswered, in {} ms",
                how,
                report.connections(),
                report.unanswered(),
                report.took().toMillis());
        return report.forced() ? ExitCode.FAILURE : ExitCode.OK;
    }
}
