package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.quintet.protocol.CloseReason;
import io.quintet.server.LoopCounts.Count;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of the server: builds its parts and passes the channel's events on to them. */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

    private final Service service;
    private final LoopContext loop;
    private final Input input;
    private final Link link;
    private @Nullable Exchange exchange;
    private @Nullable Draining draining;
    private @Nullable ResetWatch resets;

    ConnectionHandler(Service service, LoopContext loop, Input input, Link link) {
        this.service = service;
        this.loop = loop;
        this.input = input;
        this.link = link;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        PeerConnection peer = new PeerConnection(context.channel(), service.registry(), link.peerSubject());
        Output output = new Output(context, loop, link.mostQueued());
        Pauses pauses = new Pauses(context.channel(), loop.counts());
        Closing closing = new Closing(peer, link, output, pauses, service.closeLog());
        Exchange opened = new Exchange(new Parts(service, loop, peer, input, output, pauses, closing));
        exchange = opened;
        peer.attach(opened);
        link.opened(context, () -> opened.isSettled() && output.isFlushed());
        loop.clock().add(opened.times());
        if (Transport.mayMissReset(context.channel())) {
            resets = new ResetWatch(context.channel(), opened);
            loop.clock().add(resets);
        }
        service.registry().add(peer);
        opened.connected();
        if (service.isStopped()) {
            opened.abort(CloseReason.SERVER_STOPPED, "");
        } else if (service.isDraining()) {
            drain(context, opened, Draining.Cause.END);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf read = (ByteBuf) message;
        if (exchange == null) {
            read.release();
        } else {
            loop.counts().add(Count.RECEIVED_BYTES, input.newBytes(read));
            exchange.received(read);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (resets != null) {
            resets.readCompleted();
        }
        if (draining != null) {
            draining.readCompleted();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (exchange != null) {
            exchange.proceed();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (exchange == null) {
            return;
        }
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            exchange.inputEnded();
        } else if (event instanceof Draining.Cause cause) {
            drain(context, exchange, cause);
        } else if (event == PeerConnection.REFRESH) {
            refresh(context, exchange);
        } else if (event instanceof CloseReason reason) {
            exchange.abort(reason, "");
        }
    }

    private void drain(ChannelHandlerContext context, Exchange open, Draining.Cause cause) {
        if (draining == null) {
            draining = new Draining(context, open, cause, service.timeouts().drain());
        }
    }

    private void refresh(ChannelHandlerContext context, Exchange open) {
        context.channel().config().setWriteBufferWaterMark(service.writeBufferMarks());
        if (draining == null) {
            open.limitRates(service.rates());
        }
        open.proceed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (exchange == null) {
            context.close();
        } else if (cause instanceof IOException) {
            exchange.abort(CloseReason.PEER_RESET, SystemWords.of(cause));
        } else if (cause instanceof OutOfMemoryError) {
            exchange.abort(CloseReason.INTERNAL_ERROR, String.valueOf(cause.getMessage()));
        } else {
            long id = exchange.parts().peer().id();
            service.traces().log(omitted -> LOG.error("connection {} failed{}", id, omitted, cause));
            exchange.abort(CloseReason.INTERNAL_ERROR, cause.toString());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Exchange ended = exchange;
        exchange = null;
        if (ended != null) {
            loop.clock().remove(ended.times());
            if (resets != null) {
                loop.clock().remove(resets);
            }
            service.registry().remove(ended.parts().peer());
            service.unanswered(ended.release());
            service.counts().closed(ended.parts().closing().reason());
        } else {
            service.counts().closed(Lobby.reasonOf(context.channel()));
        }
    }
}
