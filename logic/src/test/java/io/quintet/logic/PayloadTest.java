package io.quintet.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 63, 64, 65, 200})
    void bytesAreCopiedAsTheyAreIntoBuffersOfEitherOrder(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i + 1);
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            ByteBuffer target = ByteBuffer.allocate(length + 3).order(order);

            Payload.of(bytes).copyTo(target, 3);

            byte[] copy = new byte[length];
            target.get(3, copy);
            assertThat(copy).as(order.toString()).isEqualTo(bytes);
            assertThat(target.position()).isZero();
        }
    }
}
