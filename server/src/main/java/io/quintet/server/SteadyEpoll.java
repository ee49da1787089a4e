package io.quintet.server;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;

/**
 * Netty's epoll, but a socket of which nothing is expected just now stays registered.
 *
 * <p>Netty takes such a socket out of epoll and later changes its registration as if it were still there, which fails: the
 * answers that wait for room are lost, and the peer sees a regular end in their place. It happens to a peer that has ended
 * its input and whose late answers do not fit into the system's buffers. So instead of nothing a socket is registered for
 * errors, reported once.
 */
final class SteadyEpoll extends DelegatingIoHandler {
    private SteadyEpoll(IoHandler epoll) {
        super(epoll);
    }

    static IoHandlerFactory newFactory() {
        return wrapping(EpollIoHandler.newFactory(), SteadyEpoll::new);
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return new Lasting(super.register(handle));
    }

    /** Safe from any thread, as the registration behind it. */
    private record Lasting(IoRegistration registration) implements IoRegistration {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T> T attachment() {
            return registration.attachment();
        }

        @Override
        public long submit(IoOps ops) {
            return registration.submit(EpollIoOps.NONE.equals(ops) ? EpollIoOps.EPOLLET : ops);
        }

        @Override
        public boolean isValid() {
            return registration.isValid();
        }

        @Override
        public boolean cancel() {
            return registration.cancel();
        }
    }
}
