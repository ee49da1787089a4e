package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.quintet.logic.Connection;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Payload;
import io.quintet.logic.Request;
import java.nio.ByteBuffer;

/**
 * Runs one request through logics that answer at once. The last that appends does so straight into the output; those
 * before it go through a buffer of their own. Confined to the connection's event loop.
 */
final class InlineStages {
    private final Logic[] stages;
    private final int lastAppending;
    private final ReadMemory memory;
    private final Payload payload = new Payload();
    private final Request request;
    private final BufferAnswer answer = new BufferAnswer();
    private boolean closes;

    InlineStages(Chain chain, ReadMemory memory, Connection connection) {
        this.stages = chain.stages().toArray(Logic[]::new);
        this.memory = memory;
        this.request = new Request(payload, connection);
        int last = -1;
        for (int i = 0; i < stages.length; i++) {
            last = stages[i] instanceof InlineLogic ? i : last;
        }
        this.lastAppending = last;
    }

    /**
     * Appends to {@code out} the answer to the {@code length} bytes from {@code start} on of {@code in}, which may be
     * overwritten.
     *
     * @return whether there is an answer
     */
    boolean run(ByteBuf in, int start, int length, ByteBuf out) {
        closes = false;
        view(in, start, length);
        int next = applyInPlace(0);
        if (next == stages.length) {
            out.writeBytes(in, start, length);
            return true;
        }
        return append(next, out);
    }

    /** Whether the connection is to close after the last answer. */
    boolean closes() {
        return closes;
    }

    /** Runs the stages from {@code index}, which appends, to the end. */
    private boolean append(int index, ByteBuf out) {
        if (index < lastAppending) {
            ByteBuf scratch = memory.take(0);
            try {
                return appendTo(scratch, index) && append(applyInPlace(index + 1), out);
            } finally {
                scratch.release();
            }
        }
        boolean answered = appendTo(out, index);
        if (answered) {
            applyInPlace(index + 1);
        }
        return answered;
    }

    /** Runs one appending stage and views what it appended; whether there is an answer. */
    private boolean appendTo(ByteBuf out, int index) {
        ((InlineLogic) stages[index]).answer(request, answer.to(out));
        closes |= answer.closes();
        if (answer.isNone()) {
            return false;
        }
        if (index + 1 < stages.length) {
            view(out, answer.start(), answer.length());
        }
        return true;
    }

    /** Runs in-place stages from {@code from} on; the first stage that is none. */
    private int applyInPlace(int from) {
        int index = from;
        while (index < stages.length && stages[index] instanceof InPlaceLogic stage) {
            stage.apply(payload);
            index++;
        }
        return index;
    }

    private void view(ByteBuf bytes, int start, int length) {
        ByteBuffer region = bytes.internalNioBuffer(start, length);
        payload.pointAt(region, region.position(), length);
    }
}
