package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadMemoryTest {
    private static final int POOLED = 64;

    private final ReadMemory memory = new ReadMemory(new MemoryBudget(0));
    private final List<ByteBuf> taken = new ArrayList<>();

    @AfterEach
    void giveBack() {
        taken.forEach(ByteBuf::release);
        memory.close();
    }

    @Test
    void aBufferThatCameBackIsTheNext() {
        ByteBuf first = memory.take(0);
        first.writeByte(1).release();

        assertThat(take(0)).isSameAs(first).matches(buffer -> !buffer.isReadable());
    }

    @Test
    void oneThatIsAwayForLongerIsPassedBy() {
        ByteBuf away = take(0);
        ByteBuf other = memory.take(0);
        other.release();

        assertThat(other).isNotSameAs(away);
        assertThat(take(0)).isSameAs(other);
        assertThat(away.refCnt()).isEqualTo(2);
    }

    @Test
    void manyOnTheirWayAreAsLargeAsExpected() {
        Stream.generate(() -> 0).limit(POOLED).forEach(this::take);

        assertThat(take(0).capacity()).isEqualTo(4096);
        assertThat(take(100_000).capacity()).isEqualTo(100_000);
    }

    @Test
    void aBufferThatGrewIsNotKept() {
        ByteBuf grown = memory.take(0);
        grown.ensureWritable(2 * ReadMemory.BUFFER_SIZE);
        grown.release();

        assertThat(take(0).capacity()).isEqualTo(ReadMemory.BUFFER_SIZE);
        assertThat(grown.refCnt()).isZero();
    }

    @Test
    void whatABurstTookIsGivenBackButForTheFirst() {
        ByteBuf first = memory.take(0);
        ByteBuf second = memory.take(0);
        first.release();
        second.release();

        memory.trim();

        assertThat(first.refCnt()).isEqualTo(1);
        assertThat(second.refCnt()).isZero();
    }

    private ByteBuf take(int expected) {
        ByteBuf buffer = memory.take(expected);
        taken.add(buffer);
        return buffer;
    }
}
