package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.quintet.config.ProxyMode;
import io.quintet.protocol.CloseReason;
import io.quintet.protocol.PeerBytes;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the PROXY protocol header at the beginning of a load balancer's connection. Until it is whole, the rest of the
 * pipeline does not know of the connection; then this handler leaves the pipeline, so that frames do not pass it.
 */
final class ProxyGate extends ChannelInboundHandlerAdapter {
    /** Longer than TCP takes to send a lost segment again; a load balancer sends its header at once. */
    private static final long LONGEST_WAIT_MILLIS = 5000;

    private static final int MOST_SHOWN = 24;

    private final AcceptGate gate;
    private final Lobby lobby;
    private final boolean required;
    private final long waitMillis;
    private final ProxyScanner scanner = new ProxyScanner();
    private @Nullable ByteBuf pending;
    private @Nullable ScheduledFuture<?> timeout;
    private boolean done;

    ProxyGate(AcceptGate gate, Lobby lobby, ProxyMode mode, Duration frameTimeout) {
        this.gate = gate;
        this.lobby = lobby;
        this.required = mode == ProxyMode.REQUIRED;
        this.waitMillis = frameTimeout.isZero()
                ? LONGEST_WAIT_MILLIS
                : Math.min(LONGEST_WAIT_MILLIS, Math.max(1, frameTimeout.toMillis()));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        lobby.enter(context.channel());
        timeout = context.executor().schedule(() -> timedOut(context), waitMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = joined((ByteBuf) message);
        if (done) {
            in.release();
            return;
        }
        try {
            switch (scanner.next(in)) {
                case HEADER -> believe(context, scanner.header(), in);
                case NONE -> withoutHeader(context, in);
                case PERHAPS, INCOMPLETE -> keep(context, in);
            }
        } catch (ProxyHeader.Malformed malformed) {
            in.release();
            reject(context, malformed.line());
        }
    }

    private ByteBuf joined(ByteBuf read) {
        ByteBuf earlier = pending;
        if (earlier == null) {
            return read;
        }
        pending = null;
        earlier.writeBytes(read);
        read.release();
        return earlier;
    }

    /** A few bytes at most: they do not hold the large buffer that was read into. */
    private void keep(ChannelHandlerContext context, ByteBuf in) {
        pending = context.alloc().directBuffer(in.readableBytes()).writeBytes(in);
        in.release();
    }

    private void withoutHeader(ChannelHandlerContext context, ByteBuf in) {
        if (required) {
            String shown = PeerBytes.hex(in, MOST_SHOWN);
            in.release();
            reject(context, "first bytes: " + shown + " (expected: a PROXY protocol header)");
        } else {
            believe(context, ProxyHeader.UNKNOWN, in);
        }
    }

    /** Passes the connection on, with what follows the header. */
    private void believe(ChannelHandlerContext context, ProxyHeader header, ByteBuf rest) {
        end(context);
        header.source().ifPresent(source -> PeerAddress.set(context.channel(), source));
        if (!gate.admit(context.channel(), header.local())) {
            rest.release();
            return;
        }
        context.pipeline().remove(this);
        context.fireChannelActive();
        if (rest.isReadable()) {
            context.fireChannelRead(rest);
        } else {
            rest.release();
        }
    }

    private void timedOut(ChannelHandlerContext context) {
        ByteBuf in = takePending(context);
        boolean begun = in.isReadable() && scanner.next(in) == ProxyScanner.Found.INCOMPLETE;
        if (required || begun) {
            in.release();
            reject(context, "header: not whole after " + waitMillis + " ms (expected: a PROXY protocol header)");
        } else {
            believe(context, ProxyHeader.UNKNOWN, in);
        }
    }

    private ByteBuf takePending(ChannelHandlerContext context) {
        ByteBuf in = pending == null ? context.alloc().directBuffer(0) : pending;
        pending = null;
        return in;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event != ChannelInputShutdownEvent.INSTANCE || done) {
            return;
        }
        ByteBuf in = takePending(context);
        boolean silent = !in.isReadable();
        if (required || silent) {
            in.release();
            if (silent) {
                end(context);
                lobby.dismiss(context.channel(), required ? CloseReason.PROXY_HEADER : CloseReason.EOF);
            } else {
                reject(context, "header: ended before it was whole (expected: a PROXY protocol header)");
            }
        } else {
            believe(context, ProxyHeader.UNKNOWN, in);
            context.fireUserEventTriggered(event);
        }
    }

    private void reject(ChannelHandlerContext context, String detail) {
        end(context);
        lobby.reject(context.channel(), CloseReason.PROXY_HEADER, detail);
    }

    private void end(ChannelHandlerContext context) {
        done = true;
        lobby.leave(context.channel());
        if (timeout != null) {
            timeout.cancel(false);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(context);
        if (pending != null) {
            pending.release();
            pending = null;
        }
        context.fireChannelInactive();
    }
}
