package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {
    private static final List<String> KNOWN = List.of("auto", "io_uring", "epoll", "nio");

    @ParameterizedTest
    @CsvSource({"epol, epoll", "iouring, io_uring", "eplol, epoll", "no, nio", "EPOLL2, ''"})
    void aSlipIsRecognised(String word, String meant) {
        assertThat(NearestWord.to(word, KNOWN).orElse("")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "select", "windows"})
    void somethingElseIsNotGuessed(String word) {
        assertThat(NearestWord.to(word, KNOWN)).isEmpty();
    }

    @Test
    void theMessageListsAllAndStaysOnItsLine() {
        assertThat(NearestWord.unknown("transport", "epoll\n\u001b[31m", KNOWN))
                .isEqualTo("transport: epoll??[31m (expected one of: auto, io_uring, epoll, nio)");
    }
}
