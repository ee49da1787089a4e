package io.quintet.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.EncoderException;
import io.netty.handler.codec.MessageToByteEncoder;

/**
 * Payloads in, frames out: the other half of {@link FrameDecoder}. Header and payload leave in one buffer.
 *
 * <p>A payload longer than the header can say fails its write; nothing of it is sent. Safe from any thread.
 */
@ChannelHandler.Sharable
public final class FrameEncoder extends MessageToByteEncoder<ByteBuf> {
    private static final int AROUND = 16;

    private final FrameWriter writer;

    /** An encoder for any number of channels. */
    public FrameEncoder(Framing framing) {
        super(ByteBuf.class);
        writer = framing.writer();
    }

    @Override
    protected ByteBuf allocateBuffer(ChannelHandlerContext context, ByteBuf payload, boolean preferDirect) {
        int size = payload.readableBytes() + AROUND;
        return preferDirect ? context.alloc().ioBuffer(size) : context.alloc().heapBuffer(size);
    }

    @Override
    protected void encode(ChannelHandlerContext context, ByteBuf payload, ByteBuf out) {
        if (!writer.writeFrame(out, payload)) {
            throw new EncoderException(
                    "payload: " + payload.readableBytes() + " bytes (expected: at most " + writer.maxPayload() + ")");
        }
    }
}
