package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.quintet.protocol.CloseReason;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The TLS of one connection. The rest of the pipeline learns of the connection when the handshake is done, and of
 * close_notify as of any end of input, when {@link EndOfTls} lets it through.
 */
final class TlsHandler extends SslHandler implements Link {
    private static final int HANDSHAKE = 22;

    private final Service service;
    private final HandshakeTasks tasks;
    private final EndOfTls endOfTls;
    private State state = State.SILENT;
    private boolean endWaits;
    private boolean truncated;

    private enum State {
        /** Nothing received. */
        SILENT,
        /** The handshake has begun. */
        SHAKING_HANDS,
        /** Frames come and go. */
        OPEN,
        /** What still comes is of no interest. */
        ENDED
    }

    TlsHandler(SSLEngine engine, HandshakeTasks tasks, Service service, EndOfTls endOfTls) {
        super(engine, tasks);
        this.service = service;
        this.tasks = tasks;
        this.endOfTls = endOfTls;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
        super.handlerAdded(ctx);
        handshakeFuture().addListener(handshake -> handshakeEnded(ctx, handshake));
        sslCloseFuture().addListener(notice -> closeNotified(ctx, notice));
    }

    /** Of which the rest of the pipeline hears when the handshake is done. */
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        service.lobby().enter(ctx.channel());
    }

    /** After a failure the superclass tells the peer of it, and closes. */
    private void handshakeEnded(ChannelHandlerContext ctx, Future<? super Channel> handshake) {
        service.lobby().leave(ctx.channel());
        if (handshake.isSuccess()) {
            state = State.OPEN;
            service.counts().handshaken();
            ctx.fireChannelActive();
        } else if (handshake.cause() instanceof ClosedChannelException) {
            endedEarly(ctx);
        } else if (state != State.ENDED) {
            state = State.ENDED;
            String why = TlsFailure.ofHandshake(handshake.cause(), getHandshakeTimeoutMillis());
            service.lobby().rejected(ctx.channel(), CloseReason.TLS_HANDSHAKE, why);
            ctx.pipeline().addBefore(ctx.name(), null, new Farewell());
        }
    }

    private void endedEarly(ChannelHandlerContext ctx) {
        if (state == State.SILENT) {
            service.lobby().dismiss(ctx.channel(), CloseReason.TLS_HANDSHAKE);
        } else if (state == State.SHAKING_HANDS && !service.isStopped()) {
            reject(ctx, "ended in the middle (expected: a whole handshake)");
        }
        state = State.ENDED;
    }

    private void reject(ChannelHandlerContext ctx, String detail) {
        state = State.ENDED;
        service.lobby().reject(ctx.channel(), CloseReason.TLS_HANDSHAKE, detail);
    }

    private void closeNotified(ChannelHandlerContext ctx, Future<? super Channel> notice) {
        if (notice.isSuccess() && state == State.OPEN) {
            ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (state == State.ENDED) {
            ctx.fireChannelRead(message);
        } else {
            super.channelRead(ctx, message);
        }
    }

    /** Called for one record after the other. */
    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws SSLException {
        if (state == State.SILENT) {
            begin(ctx, in);
        }
        if (state == State.ENDED) {
            in.skipBytes(in.readableBytes());
        } else if (state == State.SHAKING_HANDS) {
            super.decode(ctx, in, out);
        } else if (isHandshake(in)) {
            throw new SSLException("another handshake (expected: one)");
        } else if (!endOfTls.mustWait(in)) {
            int before = in.readableBytes();
            super.decode(ctx, in, out);
            if (!engine().isInboundDone()) {
                endOfTls.sawData(before - in.readableBytes());
            }
        }
    }

    private void begin(ChannelHandlerContext ctx, ByteBuf in) {
        if (isHandshake(in)) {
            state = State.SHAKING_HANDS;
        } else {
            reject(ctx, TlsFailure.diagnose(in, service.newWire().scanner()));
        }
    }

    private static boolean isHandshake(ByteBuf in) {
        return in.getUnsignedByte(in.readerIndex()) == HANDSHAKE;
    }

    @Override
    public void opened(ChannelHandlerContext connection, BooleanSupplier settled) {
        ChannelHandlerContext ctx = connection.pipeline().context(this);
        endOfTls.opened(settled, () -> decodeAgain(ctx));
    }

    private void decodeAgain(ChannelHandlerContext ctx) {
        try {
            channelRead(ctx, Unpooled.EMPTY_BUFFER);
            channelReadComplete(ctx);
        } catch (Exception e) {
            exceptionCaught(ctx, e);
        }
        if (endWaits) {
            inputEnded(ctx);
        }
    }

    /** None: behind a close_notify that follows in the same read, the engine would write it no more. */
    @Override
    public int mostQueued() {
        return 0;
    }

    @Override
    public void flush(ChannelHandlerContext ctx) throws Exception {
        super.flush(ctx);
        endOfTls.written();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            tasks.whenIdle(() -> inputEnded(ctx));
        } else {
            super.userEventTriggered(ctx, event);
        }
    }

    private void inputEnded(ChannelHandlerContext ctx) {
        endWaits = endOfTls.isWaiting();
        if (state == State.SILENT || state == State.SHAKING_HANDS) {
            endedEarly(ctx);
        } else if (!endWaits) {
            truncated = state == State.OPEN && !sslCloseFuture().isDone();
            ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (handshakeFuture().isSuccess()) {
            boolean ofPeer = TlsFailure.isOfPeer(cause);
            ctx.fireExceptionCaught(ofPeer ? new IOException("TLS: " + TlsFailure.innermost(cause), cause) : cause);
        } else if (!handshakeFuture().isDone()) {
            ctx.close();
        }
    }

    @Override
    public Optional<String> peerSubject() {
        try {
            X509Certificate peer = (X509Certificate) engine().getSession().getPeerCertificates()[0];
            return Optional.of(peer.getSubjectX500Principal().getName());
        } catch (SSLPeerUnverifiedException anonymous) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isTruncated() {
        return truncated;
    }

    /** The engine may have ended its output before, in answer to the peer's end; what it wrote is out all the same. */
    @Override
    public ChannelFuture end(Channel channel) {
        state = State.ENDED;
        closeOutbound();
        return channel.pipeline().context(this).writeAndFlush(Unpooled.EMPTY_BUFFER);
    }

    /** Without another word, which would have to wait for a peer that does not read. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        ctx.close(promise);
    }
}
