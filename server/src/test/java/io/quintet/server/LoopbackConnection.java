package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.quintet.config.ServerSettings;
import io.quintet.protocol.Framing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A connection of the server from its first byte to its end, without a socket and on one thread. */
final class LoopbackConnection implements AutoCloseable {
    /** What the connections of one event loop share. */
    static final class Loop implements AutoCloseable {
        private final EmbeddedChannel keeper = new EmbeddedChannel();
        private final CloseLine line = new CloseLine();
        private final LoopContext context = LoopContext.of(
                keeper.eventLoop(),
                new Service(ServerSettings.defaults(), new Chain(List.of(new ReversingLogic(0).logic()))));

        @Override
        public void close() {
            context.close();
            line.close();
            keeper.finishAndReleaseAll();
        }
    }

    private final Loop loop;
    private final ReversingLogic logic;
    private final Input input;
    private final EmbeddedChannel channel;

    LoopbackConnection(Loop loop, Framing framing, ReversingLogic logic) {
        this.loop = loop;
        this.logic = logic;
        this.input = new Input(loop.context.memory(), logic.readsBehindRest());
        Service service =
                new Service(ServerSettings.defaults().withFraming(framing), new Chain(List.of(logic.logic())));
        this.channel = new HalfCloseableChannel(new ConnectionHandler(service, loop.context, input, Link.PLAIN));
    }

    /** Sends a stream, then its end; all answers, a space, and the reason that was logged. */
    String exchange(byte[] stream, int... cuts) {
        int from = 0;
        for (int cut : cuts) {
            send(Arrays.copyOfRange(stream, from, cut));
            from = cut;
        }
        send(Arrays.copyOfRange(stream, from, stream.length));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        do {
            channel.runPendingTasks();
        } while (logic.answerSome());
        assertThat(channel.isOpen()).as("whether the connection is open").isFalse();
        return answers() + " " + loop.line.takeReason();
    }

    private void send(byte[] segment) {
        int sent = 0;
        while (sent < segment.length) {
            ByteBuf read = input.bufferToRead(segment.length - sent);
            int size = Math.min(read.writableBytes(), segment.length - sent);
            read.writeBytes(segment, sent, size);
            sent += size;
            channel.pipeline().fireChannelRead(read);
        }
        channel.pipeline().fireChannelReadComplete();
        logic.answerSome();
        channel.runPendingTasks();
    }

    private String answers() {
        StringBuilder answers = new StringBuilder();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            answers.append(out.toString(StandardCharsets.ISO_8859_1));
            out.release();
        }
        return answers.toString();
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
    }
}
