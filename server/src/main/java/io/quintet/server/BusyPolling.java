package io.quintet.server;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.util.concurrent.ThreadAwareExecutor;

/**
 * An event loop's source of events that never sleeps: it asks for what is there and goes on, so that nobody waits for a
 * thread to wake up. Confined to its event loop, but for {@link #wakeup}.
 */
final class BusyPolling implements IoHandler {
    private final IoHandler polled;

    private BusyPolling(IoHandler polled) {
        this.polled = polled;
    }

    /** Handlers as {@code factory} makes them, but polled. */
    static IoHandlerFactory of(IoHandlerFactory factory) {
        return new IoHandlerFactory() {
            @Override
            public IoHandler newHandler(ThreadAwareExecutor executor) {
                return new BusyPolling(factory.newHandler(executor));
            }

            @Override
            public boolean isChangingThreadSupported() {
                return factory.isChangingThreadSupported();
            }
        };
    }

    @Override
    public int run(IoHandlerContext context) {
        return polled.run(NoSleep.INSTANCE);
    }

    @Override
    public void initialize() {
        polled.initialize();
    }

    @Override
    public void prepareToDestroy() {
        polled.prepareToDestroy();
    }

    @Override
    public void destroy() {
        polled.destroy();
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return polled.register(handle);
    }

    @Override
    public void wakeup() {
        polled.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> handleType) {
        return polled.isCompatible(handleType);
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
