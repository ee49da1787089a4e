package io.quintet.logic.testing;

import io.quintet.logic.Answer;
import io.quintet.logic.Payload;
import io.quintet.logic.Reply;
import java.io.ByteArrayOutputStream;

/** An answer in memory of its own. */
final class CollectedAnswer extends Answer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public Answer append(byte value) {
        bytes.write(value);
        return this;
    }

    @Override
    public Answer append(byte[] source, int offset, int length) {
        bytes.write(source, offset, length);
        return this;
    }

    @Override
    public Answer append(Payload payload) {
        return append(payload.toBytes());
    }

    @Override
    public int length() {
        return bytes.size();
    }

    Reply toReply() {
        Reply reply = isNone() ? Reply.none() : Reply.of(bytes.toByteArray());
        return closes() ? reply.thenClose() : reply;
    }
}
