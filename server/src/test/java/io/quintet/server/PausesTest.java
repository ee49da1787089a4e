package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.quintet.server.Pauses.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PausesTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Pauses pauses = new Pauses(channel, new LoopCounts());

    private boolean isReading() {
        return channel.config().isAutoRead();
    }

    @ParameterizedTest
    @EnumSource
    void noReasonResumesWhatAnotherOnePaused(Reason first) {
        for (Reason second : Reason.values()) {
            pauses.add(first);
            pauses.add(second);
            pauses.remove(first);
            assertThat(isReading()).as("%s and %s", first, second).isEqualTo(first == second);

            pauses.remove(second);
            assertThat(isReading()).isTrue();
        }
    }

    @Test
    void aReasonThatIsGivenTwiceIsTakenBackOnce() {
        pauses.set(Reason.RATE, true);
        pauses.set(Reason.RATE, true);
        pauses.set(Reason.RATE, false);

        assertThat(isReading()).isTrue();
        assertThat(pauses.times()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheEndOfInputLeavesWhatWasReadToBeDecoded(Reason reason) {
        pauses.add(reason);

        assertThat(pauses.allowDecoding()).isEqualTo(reason == Reason.INPUT_ENDED);
    }
}
