package io.quintet.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quintet.load.report.Results;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The search on servers that are only formulas. */
class RateSearchTest {
    private final List<Double> probed = new ArrayList<>();
    private boolean stopped;

    @Test
    void theHighestRateWithinTheLimitIsFound() throws Exception {
        Optional<LoadResult> best = search(queue(10_000));

        // At 5 ms: 1 / (10000 - rate) seconds.
        assertThat(best)
                .map(RateSearchTest::rate)
                .hasValueSatisfying(rate -> assertThat(rate).isCloseTo(9_800, within(400.0)));
        assertThat(probed).hasSizeLessThan(20);
    }

    @Test
    void onePauseOfTheMachineIsForgiven() throws Exception {
        AtomicInteger probes = new AtomicInteger();
        Server calm = queue(10_000);
        Server disturbed = plan -> probes.getAndIncrement() % 2 == 1
                ? Results.of(plan, plan.shape().rate().orElseThrow(), Duration.ofSeconds(1))
                : calm.under(plan);

        assertThat(search(disturbed))
                .map(RateSearchTest::rate)
                .hasValueSatisfying(rate -> assertThat(rate).isCloseTo(9_800, within(400.0)));
    }

    @Test
    void whatNeverHoldsHasNoRate() throws Exception {
        assertThat(search(plan -> Results.of(plan, 1000, Duration.ofSeconds(1))))
                .isEmpty();
    }

    @Test
    void aRateThatIsNotReachedDoesNotHold() throws Exception {
        Optional<LoadResult> best = search(plan -> Results.of(plan, 500, Duration.ofMillis(1)));

        assertThat(best)
                .map(RateSearchTest::rate)
                .hasValueSatisfying(rate -> assertThat(rate).isCloseTo(500, within(20.0)));
    }

    @Test
    void aWrongAnswerEndsTheSearch() throws Exception {
        LoadResult wrong = search(plan -> plan.shape().rate().isPresent()
                        ? Results.withFault(plan, FaultKind.WRONG_ANSWER)
                        : Results.of(plan, 1000, Duration.ofMillis(1)))
                .orElseThrow();

        assertThat(wrong.errors()).isPositive();
        assertThat(probed).hasSize(2);
    }

    @Test
    void aLoadThatWasCutShortTellsNothing() throws Exception {
        Optional<LoadResult> best = search(plan -> {
            stopped = plan.shape().rate().isPresent();
            return Results.of(plan, 1000, Duration.ofMillis(1));
        });

        assertThat(best).isEmpty();
        assertThat(probed).hasSize(1);
    }

    private interface Server {
        LoadResult under(LoadPlan plan);
    }

    /** Its latency grows without bound towards that rate. */
    private static Server queue(double most) {
        return plan -> {
            double rate = plan.shape().rate().orElse(most);
            double seconds = rate < most ? 1 / (most - rate) : 1;
            return Results.of(plan, Math.min(rate, most), Duration.ofNanos((long) (seconds * 1e9)));
        };
    }

    private Optional<LoadResult> search(Server server) throws InterruptedException {
        var runner = new RateSearch.Runner() {
            @Override
            public LoadResult run(LoadPlan plan) {
                return server.under(plan);
            }

            @Override
            public boolean isStopped() {
                return stopped;
            }
        };
        var search = new RateSearch(
                runner,
                result -> result.latency().getMaxValue() <= 5_100_000,
                (result, holds) -> probed.add(rate(result)));
        return search.search(Results.plan(new Shape(64, 64, OptionalDouble.empty())));
    }

    private static double rate(LoadResult result) {
        return result.plan().shape().rate().orElse(Double.NaN);
    }
}
