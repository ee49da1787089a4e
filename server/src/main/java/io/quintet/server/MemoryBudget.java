package io.quintet.server;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.internal.PlatformDependent;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much memory the buffers of all connections may have together, so that many peers that are each within their limits
 * cannot take it all. Safe from any thread.
 */
final class MemoryBudget {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryBudget.class);

    /** What a connection may hold in any case, in bytes. */
    static final int LEAST_SHARE = 4096;

    private static final int MEBIBYTE = 1024 * 1024;

    private final List<ByteBufAllocatorMetric> allocators = Stream.of(
                    UnpooledByteBufAllocator.DEFAULT, ByteBufAllocator.DEFAULT)
            .distinct()
            .map(allocator -> ((ByteBufAllocatorMetricProvider) allocator).metric())
            .toList();
    private final long available;
    private volatile long limit;
    private final RareLog excesses = new RareLog();

    /** @param percent of what the JVM lets buffers outside its heap have; zero for no limit */
    MemoryBudget(int percent) {
        this(percent, PlatformDependent.maxDirectMemory());
    }

    MemoryBudget(int percent, long available) {
        this.available = available;
        change(percent);
    }

    /** Allows another part from now on. */
    final void change(int percent) {
        limit = percent == 0 ? Long.MAX_VALUE : available / 100 * percent;
    }

    /** Whether there is no more for new connections, and only its share for each of those that are open. */
    boolean isExceeded() {
        long used = used();
        if (used <= limit) {
            return false;
        }
        excesses.log(omitted -> LOG.warn(
                "memory: {} MiB in buffers (expected: at most {} MiB; until then new connections are refused and those"
                        + " that hold most pause)",
                used / MEBIBYTE,
                limit / MEBIBYTE));
        return true;
    }

    /** What each of so many connections may hold while it is exceeded, in bytes: together half of it once more. */
    long share(int connections) {
        return limit / 2 / Math.max(1, connections);
    }

    BufferStatistics statistics() {
        return new BufferStatistics(used(), limit);
    }

    /** In words, for who is refused. */
    String expected() {
        return "at most " + limit / MEBIBYTE + " MiB in buffers";
    }

    private long used() {
        long sum = 0;
        for (int i = 0; i < allocators.size(); i++) {
            sum += allocators.get(i).usedDirectMemory();
        }
        return sum;
    }
}
