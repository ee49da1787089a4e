package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.Payload;
import io.quintet.protocol.FrameScanner;
import java.nio.ByteBuffer;

/**
 * Answers frames where they lie: the read buffer, its payloads rewritten, becomes the write buffer. Nothing is copied but
 * over a gap that skipped bytes or a dropped frame left.
 */
final class InPlacePath implements AnswerPath {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final AnswerWriter writer;
    private final InPlaceLogic[] stages;
    private final Parts parts;
    private final Failures failures;
    private final Payload payload = new Payload();
    private ByteBuffer memory = NOTHING;
    private int base;
    private int answersStart;
    private int answersEnd;

    InPlacePath(Parts parts, Failures failures, AnswerWriter writer, Chain chain) {
        this.writer = writer;
        this.stages = chain.leading();
        this.parts = parts;
        this.failures = failures;
    }

    @Override
    public void begin(ByteBuf in) {
        memory = in.internalNioBuffer(0, in.capacity());
        base = memory.position();
        answersStart = -1;
        answersEnd = -1;
    }

    @Override
    public boolean answer(ByteBuf in, FrameScanner frame) {
        payload.pointAt(memory, base + frame.payloadStart(), frame.payloadLength());
        try {
            for (InPlaceLogic stage : stages) {
                stage.apply(payload);
            }
        } catch (Throwable failure) {
            return failures.logicFailed(failure, writer);
        }
        return echo(in, frame);
    }

    @Override
    public boolean echo(ByteBuf in, FrameScanner frame) {
        int start = frame.frameStart();
        if (answersEnd < 0) {
            answersStart = start;
            answersEnd = start;
        }
        int length = frame.frameEnd() - start;
        if (answersEnd != start) {
            in.setBytes(answersEnd, in, start, length);
        }
        answersEnd += length;
        return true;
    }

    @Override
    public void finish(ByteBuf in, int requests) {
        parts.tally().settled(requests);
        parts.tally().publish();
        if (answersEnd == answersStart) {
            parts.input().keep(in);
            return;
        }
        parts.input().keepCopy(in);
        parts.output().write(in.setIndex(answersStart, answersEnd));
    }
}
