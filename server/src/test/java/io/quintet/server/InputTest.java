package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InputTest {
    private final ReadMemory memory = new ReadMemory(new MemoryBudget(0));
    private final Input input = new Input(memory, true);

    @AfterEach
    void giveBack() {
        input.release();
        memory.close();
    }

    private int roomBehindTheBeginningOfAFrame(int expected) {
        ByteBuf read = memory.take(0).writeBytes(RawPeer.bytes("00100abc"));
        input.keep(input.received(read));

        ByteBuf next = input.bufferToRead(expected);
        int room = next.writableBytes();
        next.release();
        return room;
    }

    @Test
    void littleIsSetAsideWhereLittleIsExpected() {
        assertThat(roomBehindTheBeginningOfAFrame(0)).isBetween(256, 1024);
    }

    @Test
    void muchIsReadAtOnceWhereMuchIsExpected() {
        assertThat(roomBehindTheBeginningOfAFrame(16 * 1024)).isGreaterThanOrEqualTo(16 * 1024);
    }

    @Test
    void moreThanIsWorthHoldingIsNotSetAside() {
        assertThat(roomBehindTheBeginningOfAFrame(ReadMemory.BUFFER_SIZE)).isBetween(64 * 1024, 128 * 1024);
    }
}
