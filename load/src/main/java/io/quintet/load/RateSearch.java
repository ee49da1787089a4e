package io.quintet.load;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for the highest rate at which a server still does as it should: first how much a closed loop gets out of it, then,
 * by halving what lies between, one open loop after the other.
 */
public final class RateSearch {
    private static final int MOST_RATES = 12;
    private static final double CLOSE_ENOUGH = 0.03;
    private static final double ABOVE = 1.2;

    /** Less than this part of a rate is not that rate. */
    private static final double KEPT_UP = 0.98;

    private static final Set<FaultKind> WRONG =
            Set.of(FaultKind.WRONG_ANSWER, FaultKind.MALFORMED_ANSWER, FaultKind.UNEXPECTED_ANSWER);

    private final Runner runner;
    private final Predicate<LoadResult> asserted;
    private final Listener listener;

    /** Runs loads, one at a time. */
    public interface Runner {
        /** Runs one to its end, or until it is stopped. */
        LoadResult run(LoadPlan plan) throws InterruptedException;

        /** Whether the last one was ended early, and no other should follow. */
        boolean isStopped();
    }

    /** Hears of every probe. */
    public interface Listener {
        /** One load of the search is over; {@code holds} tells whether all was as it should be at its rate. */
        void probed(LoadResult result, boolean holds);
    }

    /** @param asserted what has to hold, besides that there are no errors and that the rate is reached */
    public RateSearch(Runner runner, Predicate<LoadResult> asserted, Listener listener) {
        this.runner = runner;
        this.asserted = asserted;
        this.listener = listener;
    }

    /**
     * The result at the highest rate that held, or the first one in which an answer was wrong; empty if no rate held.
     */
    public Optional<LoadResult> search(LoadPlan plan) throws InterruptedException {
        LoadResult closed = runner.run(plan.withShape(plan.shape().withoutRate()));
        listener.probed(closed, false);
        return isWrong(closed) ? Optional.of(closed) : search(plan, closed.rate() * ABOVE);
    }

    private Optional<LoadResult> search(LoadPlan plan, double most) throws InterruptedException {
        Optional<LoadResult> best = Optional.empty();
        double low = 0;
        double high = most;
        for (int i = 0; i < MOST_RATES && high - low > CLOSE_ENOUGH * high && high >= 1; i++) {
            double rate = Math.max(1, Math.rint((low + high) / 2));
            LoadResult result = probe(plan, rate);
            if (isWrong(result)) {
                return Optional.of(result);
            }
            if (runner.isStopped()) {
                return best;
            }
            boolean holds = holds(result, rate);
            best = holds ? Optional.of(result) : best;
            low = holds ? rate : low;
            high = holds ? high : rate;
        }
        return best;
    }

    /** A rate that does not hold is tried again, since one pause of the machine is enough for that. */
    private LoadResult probe(LoadPlan plan, double rate) throws InterruptedException {
        LoadResult first = probeOnce(plan, rate);
        return holds(first, rate) || isWrong(first) || runner.isStopped() ? first : probeOnce(plan, rate);
    }

    private LoadResult probeOnce(LoadPlan plan, double rate) throws InterruptedException {
        LoadResult result = runner.run(plan.withShape(plan.shape().withRate(rate)));
        if (!runner.isStopped()) {
            listener.probed(result, holds(result, rate));
        }
        return result;
    }

    private boolean holds(LoadResult result, double rate) {
        return result.errors() == 0 && result.rate() >= KEPT_UP * rate && asserted.test(result);
    }

    private static boolean isWrong(LoadResult result) {
        return result.faults().stream().map(Fault::kind).anyMatch(WRONG::contains);
    }
}
