package io.quintet.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultTableTest {
    @Test
    void bytesAreNoRateWhereNothingWasAnswered() {
        assertThat(ResultTable.of(Results.ofMillis())).contains("  bytes     37.0 kB sent, 37.0 kB received");
    }

    @Test
    void bytesAreARateWhereAnswersWere() {
        assertThat(ResultTable.of(Results.ofMillis(1, 1))).contains("  bytes     185 kB/s sent, 185 kB/s received");
    }
}
