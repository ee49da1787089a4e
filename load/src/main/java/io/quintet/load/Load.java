package io.quintet.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Runs loads, one at a time. {@link #stop} is safe from any thread. */
public final class Load {
    private static final long SHORTEST_INTERVAL = Duration.ofMillis(50).toNanos();
    private static final long COUNTED_INTERVAL = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_INTERVAL = Duration.ofSeconds(1).toNanos();
    private static final int INTERVALS = 100;
    private static final int MANY_INTERVALS = 3600;

    private final LoadPlan plan;
    private final LoadListener listener;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** A load to be run, and who hears of it. */
    public Load(LoadPlan plan, LoadListener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    /**
     * Connects, warms up, measures, and waits for what is still in flight.
     *
     * @throws LoadException if nobody can be reached, or this machine has not what is asked for
     */
    public LoadResult run() throws InterruptedException {
        try (LoadLoops loops = new LoadLoops(plan)) {
            connect(loops);
            return measure(loops);
        }
    }

    /** Ends the measuring early; what was measured counts. */
    public void stop() {
        stopped.set(true);
    }

    private void connect(LoadLoops loops) throws InterruptedException {
        loops.tell(LoadLoop::open);
        loops.await(LoadLoop::allTried, Long.MAX_VALUE);
        if (loops.ask(LoadLoop::connected).stream().allMatch(count -> count == 0)) {
            String why =
                    takeFaults(loops).stream().map(Fault::example).findFirst().orElse("no connection");
            throw new LoadException(
                    LoadException.Kind.CANNOT_CONNECT,
                    "connection to " + plan.target().address() + ": " + why
                            + " (expected: a server that accepts connections)");
        }
    }

    private LoadResult measure(LoadLoops loops) throws InterruptedException {
        Extent extent = plan.extent();
        boolean warms = !extent.warmup().isZero();
        if (warms) {
            loops.tell(LoadLoop::begin);
            pause(loops, extent.warmup().toNanos());
        }
        Budget budget = extent.requests() > 0 ? Budget.of(extent.requests()) : Budget.unlimited();
        List<ThreadTimes> before = loops.times();
        List<Fault> earlier = takeFaults(loops);
        long begin = earliest(loops.ask(loop -> loop.measure(budget)));
        var measurement = new Measurement(listener, begin, earlier);
        if (!warms) {
            loops.tell(LoadLoop::begin);
        }
        takeIntervals(loops, measurement, begin);
        List<ThreadTimes> times = since(before, loops.times());
        long nanos = System.nanoTime() - begin;
        drain(loops, measurement);
        return measurement.result(
                plan, lateness -> ClientLoad.of(loops.transport().toString(), times, nanos, lateness));
    }

    private void takeIntervals(LoadLoops loops, Measurement measurement, long begin) throws InterruptedException {
        long most = plan.extent().duration().isZero()
                ? Long.MAX_VALUE
                : plan.extent().duration().toNanos();
        long length = intervalLength(most);
        long end = 0;
        boolean goesOn = true;
        for (int i = 0; goesOn; i++) {
            long next = end + (i < MANY_INTERVALS ? length : Math.max(length, LONGEST_INTERVAL));
            end = Math.min(most, Math.max(next, System.nanoTime() - begin + length / 2));
            boolean finished = pause(loops, begin + end - System.nanoTime());
            if (finished || end >= most || stopped.get()) {
                loops.tell(LoadLoop::stop);
                goesOn = false;
            }
            measurement.add(loops.ask(loop -> loop.meter().take()), takeFaults(loops));
        }
    }

    private static long intervalLength(long duration) {
        if (duration == Long.MAX_VALUE) {
            return COUNTED_INTERVAL;
        }
        long part = Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, duration / INTERVALS));
        return Math.max(part, duration / MANY_INTERVALS);
    }

    /** Waits; ends early, with true, when every loop has finished. */
    private boolean pause(LoadLoops loops, long nanos) throws InterruptedException {
        return loops.await(LoadLoop::finished, nanos);
    }

    /** What is still in flight belongs to the last of the intervals. */
    private void drain(LoadLoops loops, Measurement measurement) throws InterruptedException {
        if (!pause(loops, plan.target().timeout().toNanos())) {
            loops.tell(LoadLoop::giveUp);
        }
        measurement.addLate(loops.ask(loop -> loop.meter().take()), takeFaults(loops));
    }

    private static List<Fault> takeFaults(LoadLoops loops) {
        List<Fault> all = new ArrayList<>();
        loops.ask(loop -> loop.faults().take()).forEach(all::addAll);
        return all;
    }

    private static long earliest(List<Long> times) {
        long first = times.get(0);
        return times.stream().mapToLong(time -> time - first).min().orElse(0) + first;
    }

    private static List<ThreadTimes> since(List<ThreadTimes> before, List<ThreadTimes> after) {
        return IntStream.range(0, before.size())
                .mapToObj(i -> after.get(i).minus(before.get(i)))
                .toList();
    }
}
