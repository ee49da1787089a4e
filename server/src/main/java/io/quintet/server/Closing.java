package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DuplexChannel;
import io.quintet.protocol.CloseReason;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How one connection ends: its first reason stands, what was answered is written, then the output is shut down and what
 * still comes is discarded for a while, because closing a socket with unread input makes the operating system send a
 * reset that can destroy answers on their way. Confined to the connection's event loop.
 */
final class Closing {
    /** Bytes of input that are discarded before the connection is closed all the same. */
    private static final int MOST_DISCARDED = 64 * 1024;

    private static final long LONGEST_LINGER_MILLIS = 1000;

    private final PeerConnection peer;
    private final Link link;
    private final Output output;
    private final Pauses pauses;
    private final CloseLog log;
    private @Nullable CloseReason reason;
    private boolean inputEnded;
    private boolean started;
    private long discarded;

    Closing(PeerConnection peer, Link link, Output output, Pauses pauses, CloseLog log) {
        this.peer = peer;
        this.link = link;
        this.output = output;
        this.pauses = pauses;
        this.log = log;
    }

    /** Whether the connection is to end: no further frame is decoded. */
    boolean isDecided() {
        return reason != null;
    }

    /** Whether the end has begun: nothing more is written. */
    boolean isStarted() {
        return started;
    }

    /** Why, once decided. */
    CloseReason reason() {
        return Objects.requireNonNull(reason, "not decided");
    }

    /** Sets the reason, unless there is one; the end itself begins with {@link #start}. */
    void decide(CloseReason why, String detail) {
        if (reason == null) {
            reason = why;
            log.closing(peer, link, why, detail);
        }
    }

    /** Writes what was answered and ends the connection gracefully. */
    void start() {
        if (!started) {
            started = true;
            output.flush();
            link.end(peer.channel()).addListener(this::written);
        }
    }

    /** Ends the connection at once; what is not yet written is lost. */
    void abort(CloseReason why, String detail) {
        decide(why, detail);
        started = true;
        close();
    }

    private void written(io.netty.util.concurrent.Future<? super Void> write) {
        if (inputEnded || !write.isSuccess()) {
            close();
            return;
        }
        ((DuplexChannel) peer.channel()).shutdownOutput().addListener(shutdown -> linger((ChannelFuture) shutdown));
    }

    private void linger(ChannelFuture shutdown) {
        if (inputEnded || !shutdown.isSuccess()) {
            close();
            return;
        }
        pauses.end();
        peer.eventLoop().schedule(this::close, LONGEST_LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes over input that comes after the decision. */
    void discard(ByteBuf input) {
        discarded += input.readableBytes();
        input.release();
        if (discarded > MOST_DISCARDED && started && output.unsent() == 0) {
            close();
        }
    }

    /** The peer sends no more. */
    void inputEnded() {
        inputEnded = true;
        if (started && output.unsent() == 0) {
            close();
        }
    }

    private void close() {
        peer.channel().close();
    }
}
