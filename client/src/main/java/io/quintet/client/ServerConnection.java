package io.quintet.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.quintet.protocol.Found;
import io.quintet.protocol.FrameScanner;
import io.quintet.protocol.FrameWriter;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the server: bytes to frames and back. The last handler of its channel's pipeline, on its event loop
 * only. After its failure it reads nothing more.
 */
final class ServerConnection extends ChannelInboundHandlerAdapter {
    /** Who is told what a connection comes to. */
    interface Owner {
        /** It can be written to. */
        void connected(ServerConnection connection);

        /** A frame arrived. */
        void received(byte[] payload);

        /** It is gone; {@code ready} says whether {@link #connected} had been called. */
        void gone(ServerConnection connection, ClientException why, boolean ready);
    }

    private final Owner owner;
    private final FrameScanner scanner;
    private final FrameWriter writer;
    private final Failures failures;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf pending;
    private @Nullable ChannelFuture lastWrite;
    private @Nullable ClientException failure;
    private boolean ready;
    private boolean finished;

    ServerConnection(Owner owner, FrameScanner scanner, FrameWriter writer, Failures failures) {
        this.owner = owner;
        this.scanner = scanner;
        this.writer = writer;
        this.failures = failures;
    }

    /** Sends what {@link #append} put into the buffer, which is the connection's from here on. */
    ChannelFuture write(ByteBuf frames) {
        lastWrite = context().writeAndFlush(frames);
        return lastWrite;
    }

    ByteBuf newBuffer() {
        return context().alloc().ioBuffer();
    }

    /** Writes a call's bytes behind a buffer's others. */
    void append(ByteBuf frames, Call call) {
        if (call.kind == Call.Kind.FRAMED) {
            frames.writeBytes(call.payload);
        } else {
            writer.writeFrame(frames, call.payload);
        }
    }

    /** Closes the sending side, once everything written has left; answers still arrive. */
    void finishSending() {
        if (finished) {
            return;
        }
        finished = true;
        ChannelFuture written = lastWrite == null ? context().newSucceededFuture() : lastWrite;
        written.addListener(done -> {
            SslHandler tls = context().pipeline().get(SslHandler.class);
            if (tls != null) {
                tls.closeOutbound();
            } else {
                ((DuplexChannel) context().channel()).shutdownOutput();
            }
        });
    }

    /** Whether writing can make sense. */
    boolean usable() {
        return failure == null;
    }

    /** Ends the connection for a reason, unless it has one already. */
    void close(ClientException why) {
        if (failure == null) {
            failure = why;
        }
        context().close();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (isToItself(ctx.channel())) {
            close(failures.connectedToItself());
        } else if (ctx.pipeline().get(SslHandler.class) == null) {
            becomeReady();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                becomeReady();
            } else {
                close(failures.handshake(handshake.cause()));
            }
        } else if (event instanceof SslCloseCompletionEvent) {
            ctx.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        if (failure != null) {
            in.release();
            return;
        }
        pending = pending == null ? in : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), pending, in);
        scan(pending);
        if (!pending.isReadable() || failure != null) {
            dropPending();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (failure == null) {
            failure = pending == null ? failures.closedByServer() : failures.malformed(scanner.endOfInput(pending));
        }
        dropPending();
        owner.gone(this, failure, ready);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        close(failures.broken(cause));
    }

    private void scan(ByteBuf in) {
        for (Found found = scanner.next(in); failure == null && found != Found.INCOMPLETE; found = scanner.next(in)) {
            if (found == Found.MALFORMED) {
                close(failures.malformed(scanner.error()));
                return;
            }
            owner.received(ByteBufUtil.getBytes(in, scanner.payloadStart(), scanner.payloadLength()));
        }
    }

    /** Two ends that open towards each other meet: a socket without a server, whose own port is the one it looks for. */
    private static boolean isToItself(Channel channel) {
        return channel.localAddress() != null && channel.localAddress().equals(channel.remoteAddress());
    }

    private void becomeReady() {
        ready = true;
        owner.connected(this);
    }

    private void dropPending() {
        if (pending != null) {
            pending.release();
            pending = null;
        }
    }

    /** The channel's context; there from the moment the pipeline has this handler. */
    ChannelHandlerContext context() {
        if (context == null) {
            throw new IllegalStateException("connection: not in a pipeline (expected: to be used after connecting)");
        }
        return context;
    }
}
