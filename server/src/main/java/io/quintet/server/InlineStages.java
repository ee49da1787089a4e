package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.quintet.logic.Connection;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.Payload;
import io.quintet.logic.Request;
import java.nio.ByteBuffer;

/**
 * Runs one request through logics that answer at once. The last that appends does so straight into the output; those
 * before it go through a buffer of their own. Confined to the connection's event loop.
 */
final class InlineStages {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final InPlaceLogic[] leading;
    private final Chain.Appending[] appending;
    private final ReadMemory memory;
    private final Payload payload = new Payload();
    private final Request request;
    private final BufferAnswer answer = new BufferAnswer();
    private ByteBuffer input = NOTHING;
    private int base;
    private boolean closes;

    InlineStages(Chain chain, ReadMemory memory, Connection connection) {
        this.memory = memory;
        this.request = new Request(payload, connection);
        this.leading = chain.leading();
        this.appending = chain.appending();
    }

    /** Called before the first request of {@code in}. */
    void begin(ByteBuf in) {
        input = in.internalNioBuffer(0, in.capacity());
        base = input.position();
    }

    /**
     * Appends to {@code out} the answer to the {@code length} bytes from {@code start} on of what was read, which may be
     * overwritten.
     *
     * @return whether there is an answer
     */
    boolean run(int start, int length, ByteBuf out) {
        closes = false;
        payload.pointAt(input, base + start, length);
        apply(leading);
        if (appending.length > 0) {
            return append(0, out);
        }
        answer.to(out).append(payload);
        answer.end();
        return true;
    }

    /** Whether the connection is to close after the last answer. */
    boolean closes() {
        return closes;
    }

    /** Runs the logics that append from {@code index} on, and those between them. */
    private boolean append(int index, ByteBuf out) {
        if (index == appending.length - 1) {
            return append(appending[index], out);
        }
        ByteBuf scratch = memory.take(0);
        try {
            return append(appending[index], scratch) && append(index + 1, out);
        } finally {
            scratch.release();
        }
    }

    /** Runs one logic that appends and those behind it, and leaves what it appended viewed; whether there is an answer. */
    private boolean append(Chain.Appending stage, ByteBuf out) {
        stage.logic.answer(request, answer.to(out));
        closes |= answer.closes();
        if (answer.isNone()) {
            return false;
        }
        answer.view(payload);
        apply(stage.after);
        answer.end();
        return true;
    }

    private void apply(InPlaceLogic[] stages) {
        for (InPlaceLogic stage : stages) {
            stage.apply(payload);
        }
    }
}
