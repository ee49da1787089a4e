package io.quintet.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a connection has between itself and its socket: nothing, or TLS. It is asked when the connection begins and when it
 * ends, never for a frame. Confined to the connection's event loop.
 */
interface Link {
    /** Nothing in between. */
    Link PLAIN = new Link() {};

    /**
     * Called once, when frames may come.
     *
     * @param settled whether all that was received so far is answered and written
     */
    default void opened(ChannelHandlerContext connection, BooleanSupplier settled) {}

    /** Bytes of answers that may wait to be sent together with other connections'; more leave the processor's cache. */
    default int mostQueued() {
        return 16 * 1024;
    }

    /** The subject of the certificate that the peer has proved to own. */
    default Optional<String> peerSubject() {
        return Optional.empty();
    }

    /** Whether the peer's input broke off without the end that belongs to it. */
    default boolean isTruncated() {
        return false;
    }

    /** Called behind the last answer; done when everything is out. */
    default ChannelFuture end(Channel channel) {
        return channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
    }
}
