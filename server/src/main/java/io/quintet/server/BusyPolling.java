package io.quintet.server;

import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;

/**
 * An event loop's source of events that never sleeps: it asks for what is there and goes on, so that nobody waits for a
 * thread to wake up. Confined to its event loop, but for {@link #wakeup}.
 */
final class BusyPolling extends DelegatingIoHandler {
    private BusyPolling(IoHandler polled) {
        super(polled);
    }

    /** Handlers as {@code factory} makes them, but polled. */
    static IoHandlerFactory of(IoHandlerFactory factory) {
        return wrapping(factory, BusyPolling::new);
    }

    @Override
    public int run(IoHandlerContext context) {
        return super.run(NoSleep.INSTANCE);
    }

    /** Says that there is always something to do at once. */
    private enum NoSleep implements IoHandlerContext {
        INSTANCE;

        @Override
        public boolean canBlock() {
            return false;
        }

        @Override
        public long delayNanos(long currentTimeNanos) {
            return 0;
        }

        @Override
        public long deadlineNanos() {
            return 0;
        }
    }
}
