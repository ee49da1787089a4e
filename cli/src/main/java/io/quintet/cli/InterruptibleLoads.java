package io.quintet.cli;

import io.quintet.load.Load;
import io.quintet.load.LoadPlan;
import io.quintet.load.LoadResult;
import io.quintet.load.RateSearch;
import org.jspecify.annotations.Nullable;

/** Loads, one at a time. Ctrl-C ends the measuring, not the report: what was measured until then is told. */
final class InterruptibleLoads implements RateSearch.Runner, AutoCloseable {
    private final BenchReports reports;
    private final Signals interrupt = Signals.to(signal -> stop(), "INT");
    private volatile @Nullable Load current;
    private volatile boolean stopped;

    InterruptibleLoads(BenchReports reports) {
        this.reports = reports;
    }

    @Override
    public LoadResult run(LoadPlan plan) throws InterruptedException {
        var load = new Load(plan, reports);
        current = load;
        if (stopped) {
            load.stop();
        }
        try {
            return load.run();
        } finally {
            reports.clearProgress();
        }
    }

    private void stop() {
        stopped = true;
        Load running = current;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public void close() {
        interrupt.close();
    }
}
