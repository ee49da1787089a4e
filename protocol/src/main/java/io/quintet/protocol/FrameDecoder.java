package io.quintet.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Frames in, payloads out: a Netty handler for who embeds the codec without the server.
 *
 * <p>Each payload is a {@link ByteBuf} that the next handler has to release. What is no frame, or ends inside one, is
 * a {@link MalformedFrameException}; after it nothing more is read, and closing is up to the pipeline. An empty frame
 * that {@code zero=echo} answers is written as an empty payload from the pipeline's end, for a {@link FrameEncoder} on
 * the way to frame.
 */
public final class FrameDecoder extends ByteToMessageDecoder {
    private final FrameScanner scanner;
    private boolean done;
    private boolean echoed;

    /** A decoder for one channel. */
    public FrameDecoder(Framing framing) {
        scanner = framing.newScanner();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (done) {
            in.skipBytes(in.readableBytes());
            return;
        }
        switch (scanner.next(in)) {
            case FRAME -> out.add(in.retainedSlice(scanner.payloadStart(), scanner.payloadLength()));
            case ECHO -> echo(context);
            case KEEPALIVE, INCOMPLETE -> {
                // nothing to hand on
            }
            case MALFORMED -> throw fail(scanner.error());
        }
    }

    private void echo(ChannelHandlerContext context) {
        context.channel().write(Unpooled.EMPTY_BUFFER).addListener(future -> {
            if (!future.isSuccess()) {
                context.fireExceptionCaught(future.cause());
            }
        });
        echoed = true;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (echoed) {
            echoed = false;
            context.channel().flush();
        }
        super.channelReadComplete(context);
    }

    /** The end of input, be it of the peer's side or of the channel: a frame that has begun will not be whole. */
    @Override
    protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (!done && in.isReadable()) {
            throw fail(scanner.endOfInput(in));
        }
    }

    private MalformedFrameException fail(FrameError error) {
        done = true;
        return new MalformedFrameException(error);
    }
}
