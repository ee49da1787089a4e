package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void isExceededWhileBuffersHoldMoreAndSaysSo() {
        MemoryBudget budget = new MemoryBudget(1, 100 * MEBIBYTE);

        ByteBuf buffer = UnpooledByteBufAllocator.DEFAULT.directBuffer(MEBIBYTE + 1);
        try {
            assertThat(budget.isExceeded()).isTrue();
        } finally {
            buffer.release();
        }
        assertThat(budget.expected()).isEqualTo("at most 1 MiB in buffers");
    }

    @Test
    void zeroIsNoLimit() {
        MemoryBudget budget = new MemoryBudget(0, 1);

        assertThat(budget.isExceeded()).isFalse();
    }

    @Test
    void sharesAreHalfOfItTogether() {
        MemoryBudget budget = new MemoryBudget(50, 4000);

        assertThat(budget.share(10)).isEqualTo(100);
        assertThat(budget.share(0)).isEqualTo(1000);
    }
}
