package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quintet.protocol.Framing;
import io.quintet.testing.FuzzInput;
import io.quintet.testing.PlainFuzzing;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One whole connection, every shape of logic, any bytes in any segments, judged against {@link PlainServer}. */
class ConnectionFuzzTest {
    private static final List<Integer> DIGITS = List.of(5, 1, 2, 8);
    private static final List<String> ZEROS = List.of("close", "keepalive", "echo", "deliver");
    private static final LoopbackConnection.Loop LOOP = new LoopbackConnection.Loop();

    @AfterAll
    static void giveBack() {
        LOOP.close();
    }

    @FuzzTest(maxDuration = "")
    void stream(byte[] input) {
        FuzzInput chosen = new FuzzInput(input);
        PlainServer.Options options = options(chosen.choice(0, 256));
        ReversingLogic logic = new ReversingLogic(chosen.choice(1, 256));
        try (LoopbackConnection connection = new LoopbackConnection(LOOP, Framing.parse(options.toString()), logic)) {
            assertThat(connection.exchange(chosen.stream(), chosen.cuts()))
                    .as(
                            "%s, %s, %s cut at %s",
                            options, logic.shape(), RawPeer.text(chosen.stream()), Arrays.toString(chosen.cuts()))
                    .isEqualTo(PlainServer.answer(options, chosen.stream()));
        }
    }

    @Test
    void streamIsAnsweredAsThePlainServerDoes() {
        PlainFuzzing.run(ConnectionFuzzTest.class, "stream", this::stream);
    }

    private static PlainServer.Options options(int choice) {
        int digits = DIGITS.get(choice % 4);
        boolean small = choice / 64 % 2 == 1;
        int most = Math.min(300, (int) Math.pow(10, digits) - 2);
        boolean incl = choice / 4 % 4 == 3 && digits > 1;
        return new PlainServer.Options(
                digits, incl, small ? 7 : most - digits, ZEROS.get(choice / 16 % 4), choice < 128);
    }
}
