package io.quintet.cli;

import io.quintet.server.DrainReport;
import io.quintet.server.QuintetServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a served server ends: the first signal drains it, a second one stops it at once. */
final class Stopping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.cli.serve");

    private final QuintetServer server;
    private final Signals signals;
    private final AtomicInteger asked = new AtomicInteger();
    private final CompletableFuture<DrainReport> ended = new CompletableFuture<>();

    private Stopping(QuintetServer server) {
        this.server = server;
        this.signals = Signals.to(this::ask, "TERM", "INT");
    }

    static Stopping of(QuintetServer server) {
        return new Stopping(server);
    }

    /** Waits for the end; interrupting the waiting thread is asking for it. */
    ExitCode await() throws ExecutionException {
        while (true) {
            try {
                return tell(ended.get());
            } catch (InterruptedException e) {
                ask("interrupt");
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
    void ask(String signal) {
        if (asked.getAndIncrement() == 0) {
            LOG.info("{}: draining; once more to stop at once", signal);
            server.drain().whenComplete(this::end);
        } else {
            LOG.info("{}: stopping at once", signal);
            server.stopNow();
        }
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
