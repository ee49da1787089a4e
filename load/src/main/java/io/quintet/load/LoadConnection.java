package io.quintet.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection under load: writes frames out of the shared ring, has answers compared, and knows which requests wait.
 * Allocates nothing for a frame, and nothing for a read or a write that goes through at once. Confined to its event loop.
 */
final class LoadConnection extends ChannelInboundHandlerAdapter {
    private final LoadLoop loop;
    private final FrameRing requests;
    private final int pipeline;
    private final ByteBuf source;
    private final AnswerCheck check;
    private final InFlight inFlight;
    private @Nullable ChannelHandlerContext context;
    private int nextFrame;
    private int sendOffset;
    private long unsent;
    private boolean awaitsRoom;
    private int answered;
    private boolean ended;
    private @Nullable FaultKind endKind;
    private String endText = "";

    /** @param first the index of the first frame to send */
    LoadConnection(LoadLoop loop, Script script, int pipeline, int first) {
        this.loop = loop;
        this.requests = script.requests();
        this.pipeline = pipeline;
        this.source = requests.newSource();
        this.check = new AnswerCheck(script, first, loop.faults());
        this.inFlight = new InFlight(pipeline);
        this.nextFrame = first;
        this.sendOffset = requests.start(first);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        this.context = context;
        loop.opened(this);
    }

    /** How many requests may be added. */
    int room() {
        return pipeline - inFlight.total();
    }

    /** How many requests wait for answers. */
    int waiting() {
        return inFlight.total();
    }

    /** Whether the oldest request began before {@code then}. */
    boolean waitsSince(long then) {
        return inFlight.total() > 0 && inFlight.oldest() - then < 0;
    }

    /** Adds requests that began, or were due, at {@code start}; {@link #send} sends them. */
    void add(int frames, long start) {
        inFlight.add(frames, start);
        loop.waits(frames);
        unsent += requests.bytesOf(nextFrame, frames);
        nextFrame = (int) (((long) nextFrame + frames) % requests.count());
    }

    /** Sends what was added, as far as the channel takes it now, and the rest when it does. */
    void send() {
        ChannelHandlerContext out = Objects.requireNonNull(context, "not connected");
        while (unsent > 0 && source.refCnt() == 1 && !ended) {
            int run = (int) Math.min(unsent, 2L * requests.length() - sendOffset);
            source.setIndex(sendOffset, sendOffset + run);
            sendOffset = (sendOffset + run) % requests.length();
            unsent -= run;
            loop.meter().sent(run);
            out.writeAndFlush(source.retain(), out.voidPromise());
        }
        if (unsent > 0 && !awaitsRoom && !ended) {
            awaitsRoom = true;
            out.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> {
                awaitsRoom = false;
                send();
            });
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            if (!ended) {
                received(in);
            }
        } finally {
            in.release();
        }
    }

    private void received(ByteBuf in) {
        loop.meter().received(in.readableBytes());
        int completed = check.accept(in);
        int known = Math.min(completed, inFlight.total());
        inFlight.complete(known, loop.look(), loop.meter());
        loop.waits(-known);
        answered += known;
        if (check.malformed() != null) {
            end(FaultKind.MALFORMED_ANSWER, String.valueOf(check.malformed()));
        } else if (completed > known || (inFlight.total() == 0 && check.isMidFrame())) {
            end(FaultKind.UNEXPECTED_ANSWER, "an answer to nothing (expected: one a request)");
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        int frames = answered;
        if (frames > 0 && !ended) {
            answered = 0;
            loop.answered(this, frames);
        }
    }

    /** Gives the connection up for this reason. */
    void end(FaultKind kind, String text) {
        if (endKind == null) {
            endKind = kind;
            endText = text;
        }
        ChannelHandlerContext open = context;
        if (open != null) {
            open.close();
        }
    }

    /** Closes it, with nothing lost. */
    void close() {
        ended = true;
        if (context != null) {
            context.close();
        }
    }

    /** For one that never was connected. */
    void release() {
        if (!ended) {
            ended = true;
            source.release();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(FaultKind.BROKEN, String.valueOf(cause.getMessage()));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        check.release();
        source.release();
        boolean closedHere = ended;
        ended = true;
        if (!closedHere) {
            loop.lost(this, endKind == null ? FaultKind.CLOSED : endKind, endKind == null ? closedText() : endText);
        }
    }

    private String closedText() {
        return "by the server, with " + waiting() + " of a connection's requests unanswered";
    }
}
