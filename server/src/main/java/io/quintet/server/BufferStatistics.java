package io.quintet.server;

/**
 * The memory that buffers have outside the heap, of all servers in this JVM.
 *
 * @param used bytes
 * @param limit bytes beyond which a server refuses connections; {@link Long#MAX_VALUE} for no limit
 */
public record BufferStatistics(long used, long limit) {
    /** Whether there is no room for more connections. */
    public boolean isExceeded() {
        return used > limit;
    }
}
