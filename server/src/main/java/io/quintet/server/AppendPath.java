package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.quintet.protocol.FrameScanner;

/** Answers frames by appending each answer to an output buffer, its header patched in front. */
final class AppendPath implements AnswerPath {
    private final AnswerWriter writer;
    private final InlineStages stages;
    private final Input input;
    private final Output output;
    private final Failures failures;
    private final Tally tally;

    AppendPath(Parts parts, Failures failures, AnswerWriter writer, Chain chain) {
        this.writer = writer;
        this.stages = new InlineStages(chain, parts.input().memory(), parts.peer());
        this.input = parts.input();
        this.output = parts.output();
        this.failures = failures;
        this.tally = parts.tally();
    }

    @Override
    public void begin(ByteBuf in) {
        stages.begin(in);
    }

    @Override
    public boolean answer(ByteBuf in, FrameScanner frame) {
        ByteBuf out = output.buffer();
        int start = writer.begin(out);
        boolean answered;
        try {
            answered = stages.run(frame.payloadStart(), frame.payloadLength(), out);
        } catch (Throwable failure) {
            out.writerIndex(start);
            return failures.logicFailed(failure, writer);
        }
        return finishAnswer(out, start, answered);
    }

    private boolean finishAnswer(ByteBuf out, int start, boolean answered) {
        if (!answered) {
            out.writerIndex(start);
            tally.unanswered();
        } else if (!writer.end(out, start)) {
            return failures.answerTooLong(writer);
        }
        if (stages.closes()) {
            return failures.closedByLogic();
        }
        return hasRoomForMore();
    }

    /** Writes when there is enough; a peer that does not read ends the batch. */
    private boolean hasRoomForMore() {
        if (!output.hasEnough()) {
            return true;
        }
        output.flush();
        return output.isWritable();
    }

    @Override
    public boolean echo(ByteBuf in, FrameScanner frame) {
        ByteBuf out = output.buffer();
        writer.end(out, writer.begin(out));
        return hasRoomForMore();
    }

    @Override
    public void finish(ByteBuf in, int requests) {
        tally.settled(requests);
        tally.publish();
        output.flush();
        input.keep(in);
    }
}
