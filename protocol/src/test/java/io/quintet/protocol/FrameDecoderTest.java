package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.EncoderException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The codec as ordinary Netty handlers. */
class FrameDecoderTest {
    private EmbeddedChannel channel = channel("ascii:5");

    @AfterEach
    void nothingIsLeft() {
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    @Test
    void payloadsComeOutHoweverTheyWereCut() {
        for (byte one : Wire.bytes("\r\n00003abc00002de\n")) {
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {one}));
        }

        assertThat(inbound()).isEqualTo("abc");
        assertThat(inbound()).isEqualTo("de");
    }

    @Test
    void severalFramesOfOneSegmentComeOutInOrder() {
        channel.writeInbound(Wire.buffer("00001a00002bc00003def000"));

        assertThat(inbound() + inbound() + inbound()).isEqualTo("abcdef");

        channel.writeInbound(Wire.buffer("01x"));
        assertThat(inbound()).isEqualTo("x");
    }

    @Test
    void letterInTheHeaderIsRejectedWithItsPosition() {
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> channel.writeInbound(Wire.buffer("00x03abc")))
                .withMessage("header byte 2: 0x78 (expected: '0'-'9')")
                .satisfies(error -> assertThat(error.error().reason()).isEqualTo(CloseReason.BAD_HEADER));
    }

    @Test
    void framesBeforeABadOneComeOutAndNothingAfterIt() {
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> channel.writeInbound(Wire.buffer("00003abcXXXXX00003def")));
        assertThat(inbound()).isEqualTo("abc");

        channel.writeInbound(Wire.buffer("00003def"));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

        channel.checkException();
    }

    @Test
    void endOfInputInAPayloadIsAnErrorOnce() {
        channel.writeInbound(Wire.buffer("00003abc00005de"));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(channel::checkException)
                .withMessage("payload bytes: 2 (expected: 5)")
                .satisfies(error -> assertThat(error.error().reason()).isEqualTo(CloseReason.EOF_IN_PAYLOAD));
        assertThat(inbound()).isEqualTo("abc");
    }

    @Test
    void closeInAHeaderIsAnError() {
        channel.writeInbound(Wire.buffer("000"));

        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> channel.finish())
                .withMessage("header bytes: 3 (expected: 5)");
    }

    @Test
    void endOfInputBetweenFramesIsNone() {
        channel.writeInbound(Wire.buffer("00003abc\r\n"));
        assertThat(inbound()).isEqualTo("abc");

        assertThat(channel.finish()).isFalse();
    }

    @Test
    void emptyFramesAreEchoedInOrderWithAnswers() {
        channel.finishAndReleaseAll();
        channel = channel("ascii:5,zero=echo");
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                context.channel().writeAndFlush(message);
            }
        });

        channel.writeInbound(Wire.buffer("00001a0000000001b00000"));

        assertThat(outbound() + outbound() + outbound() + outbound()).isEqualTo("00001a0000000001b00000");
    }

    @Test
    void emptyPayloadIsDeliveredWhereItIsMeant() {
        channel.finishAndReleaseAll();
        channel = channel("ascii:5,zero=deliver");

        channel.writeInbound(Wire.buffer("00000"));

        assertThat(inbound()).isEmpty();
    }

    @Test
    void keepalivesAreSwallowed() {
        channel.finishAndReleaseAll();
        channel = channel("bin:2,zero=keepalive");

        channel.writeInbound(Wire.buffer("\0\0\0\0\0\1a\0\0"));

        assertThat(inbound()).isEqualTo("a");
    }

    @Test
    void payloadsAreFramed() {
        channel.writeOutbound(Wire.buffer("abc"), Unpooled.EMPTY_BUFFER);

        assertThat(outbound()).isEqualTo("00003abc");
        assertThat(outbound()).isEqualTo("00000");
    }

    @Test
    void payloadTooLongForTheHeaderFailsItsWrite() {
        assertThatExceptionOfType(EncoderException.class)
                .isThrownBy(() -> channel.writeOutbound(Unpooled.wrappedBuffer(new byte[100_000])))
                .withMessage("payload: 100000 bytes (expected: at most 99999)");
    }

    private static EmbeddedChannel channel(String expression) {
        Framing framing = Framing.parse(expression);
        return new EmbeddedChannel(new FrameDecoder(framing), new FrameEncoder(framing));
    }

    private String inbound() {
        return take(channel.readInbound());
    }

    private String outbound() {
        return take(channel.readOutbound());
    }

    private static String take(ByteBuf buffer) {
        try {
            return Wire.text(buffer);
        } finally {
            buffer.release();
        }
    }
}
