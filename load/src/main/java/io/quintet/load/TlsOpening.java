package io.quintet.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.quintet.client.TlsConnecting;
import java.util.function.Consumer;

/** Stands where a connection will be once its TLS handshake is done. */
final class TlsOpening extends ChannelInboundHandlerAdapter {
    private final TlsConnecting tls;
    private final LoadConnection connection;
    private final Consumer<Throwable> failed;

    TlsOpening(TlsConnecting tls, LoadConnection connection, Consumer<Throwable> failed) {
        this.tls = tls;
        this.connection = connection;
        this.failed = failed;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.pipeline().addFirst(tls.newHandler(context.channel()));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof SslHandshakeCompletionEvent handshake)) {
            return;
        }
        if (handshake.isSuccess()) {
            context.pipeline().addLast(connection);
            context.fireChannelActive();
            context.pipeline().remove(this);
        } else {
            failed.accept(handshake.cause());
        }
    }

    /** The handshake's end has told of it, or will. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
