package io.quintet.testing;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A leak detector that remembers what it finds, for {@link LeakGuard} to report. Netty creates one per kind of resource, by this
 * class's name in {@code io.netty.customResourceLeakDetector}, which is why what they share is static. Safe from any
 * thread.
 *
 * @param <T> the kind of resource
 */
public final class LeakRecorder<T> extends ResourceLeakDetector<T> {
    private static final List<LeakRecorder<?>> RECORDERS = new CopyOnWriteArrayList<>();
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    /** Netty's constructor for most resources. */
    public LeakRecorder(Class<?> resourceType, int samplingInterval) {
        super(resourceType, samplingInterval);
        RECORDERS.add(this);
    }

    /** Netty's older constructor, which it looks up all the same. */
    @SuppressWarnings("unused")
    public LeakRecorder(Class<?> resourceType, int samplingInterval, long maxActive) {
        this(resourceType, samplingInterval);
    }

    /** Removes and returns the leaks found since the last call. Only what was collected by now can be among them. */
    static List<String> takeLeaks() {
        RECORDERS.forEach(LeakRecorder::look);
        List<String> taken = new ArrayList<>();
        for (String leak = LEAKS.poll(); leak != null; leak = LEAKS.poll()) {
            taken.add(leak);
        }
        return taken;
    }

    /** A detector looks at what was collected only when it tracks something new. */
    @SuppressWarnings("unchecked")
    private void look() {
        T probe = (T) new Object();
        ResourceLeakTracker<T> tracker = trackForcibly(probe);
        tracker.close(probe);
    }

    @Override
    protected boolean needReport() {
        return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
        LEAKS.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
        LEAKS.add(resourceType);
    }
}
