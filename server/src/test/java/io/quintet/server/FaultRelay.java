package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One direction of a connection through a {@link FaultProxy}: reads on one side, writes on the other as its lane says. */
final class FaultRelay extends ChannelInboundHandlerAdapter {
    private static final int ENOUGH = 256 * 1024;

    private final SocketChannel source;
    private final SocketChannel sink;
    private final FaultLane lane;
    private final Random jitter;
    private final CompositeByteBuf held;
    private FaultRelay back = this;
    private boolean pumping;
    private boolean sourceEnded;
    private boolean done;
    private int passed;

    private FaultRelay(SocketChannel source, SocketChannel sink, FaultLane lane) {
        this.source = source;
        this.sink = sink;
        this.lane = lane;
        this.jitter = new Random(lane.endAt());
        this.held = source.alloc().compositeBuffer(Integer.MAX_VALUE);
    }

    static void join(SocketChannel client, SocketChannel server, FaultPlan plan) {
        FaultRelay there = new FaultRelay(client, server, plan.toServer());
        FaultRelay back = new FaultRelay(server, client, plan.toClient());
        there.back = back;
        back.back = there;
        there.begin();
        back.begin();
    }

    private void begin() {
        source.pipeline().addLast(this);
        source.config().setAutoRead(true);
        endIfDue();
        if (!source.isActive()) {
            reset();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (done) {
            ((ByteBuf) message).release();
            return;
        }
        held.addComponent(true, (ByteBuf) message);
        source.config().setAutoRead(held.readableBytes() < ENOUGH);
        pumpAfter(lane.delayMillis() + jitter.nextInt(lane.jitterMillis() + 1));
    }

    private void pumpAfter(long millis) {
        if (!pumping && !done) {
            pumping = true;
            source.eventLoop().schedule(this::pump, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void pump() {
        pumping = false;
        if (done) {
            return;
        }
        int most = Math.min(held.readableBytes(), lane.slice());
        int length = lane.end() == FaultLane.End.NEVER ? most : Math.min(most, lane.endAt() - passed);
        if (length > 0) {
            sink.writeAndFlush(held.readBytes(length));
            held.discardReadComponents();
            passed += length;
        }
        endIfDue();
        if (!done && held.isReadable()) {
            pumpAfter(1000L * length / lane.bytesPerSecond());
        } else {
            source.config().setAutoRead(true);
            finishIfEnded();
        }
    }

    private void endIfDue() {
        if (lane.end() == FaultLane.End.NEVER || passed < lane.endAt()) {
            return;
        }
        forget();
        switch (lane.end()) {
            case RESET -> reset();
            case HALF_CLOSE -> whenWritten(sink::shutdownOutput);
            default -> {}
        }
        source.config().setAutoRead(true);
    }

    private void forget() {
        if (!done) {
            done = true;
            held.release();
        }
    }

    private void finishIfEnded() {
        if (sourceEnded && !pumping && !done) {
            forget();
            whenWritten(sink::shutdownOutput);
        }
        if (sourceEnded && done && (back.isOver() || lane.end() == FaultLane.End.BLACK_HOLE)) {
            whenWritten(source::close);
            whenWritten(sink::close);
        }
    }

    private boolean isOver() {
        return sourceEnded && done;
    }

    /** Whatever shuts down or closes a channel drops what it has not written. */
    private void whenWritten(Runnable action) {
        sink.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> action.run());
    }

    private void reset() {
        forget();
        back.forget();
        for (SocketChannel side : new SocketChannel[] {source, sink}) {
            if (side.isActive()) {
                side.config().setOption(ChannelOption.SO_LINGER, 0);
                side.close();
            }
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            sourceEnded = true;
            finishIfEnded();
            back.finishIfEnded();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        reset();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forget();
        back.forget();
        sink.close();
    }
}
