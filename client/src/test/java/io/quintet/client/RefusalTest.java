package io.quintet.client;

import static io.quintet.client.Texts.bytes;
import static io.quintet.client.Texts.failure;
import static io.quintet.client.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.testing.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client does not accept: of the server, and of its caller. */
class RefusalTest {
    @Test
    void withoutAListenerAFrameThatAnswersNothingClosesTheConnection() {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.readFrame();
                    peer.write("00003one00003two");
                    assertThat(peer.readAll()).isEmpty();
                });
                QuintetClient client = QuintetClient.to(server.address())
                        .reconnect(Reconnect.NEVER)
                        .connect()) {
            assertThat(text(client.call(bytes("abc")))).isEqualTo("one");

            ClientException why = failure(client.ended());

            assertThat(why.error()).isEqualTo(ClientError.UNEXPECTED_ANSWER);
            assertThat(why)
                    .hasMessageContaining("a frame of 3 bytes that answers nothing (expected: one answer a request");
        }
    }

    @Test
    void aMalformedAnswerClosesTheConnectionAndSaysWhere() {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.readFrame();
                    peer.write("00003cba00x03abc00003abc");
                    assertThat(peer.readAll()).isEqualTo("00003xyz");
                });
                QuintetClient client = QuintetClient.to(server.address())
                        .reconnect(Reconnect.NEVER)
                        .connect()) {
            var good = client.call(bytes("abc"));
            var bad = client.call(bytes("xyz"));

            assertThat(text(good)).isEqualTo("cba");
            ClientException why = failure(bad);
            assertThat(why.error()).isEqualTo(ClientError.MALFORMED_ANSWER);
            assertThat(why.mayHaveRun()).isTrue();
            assertThat(why)
                    .hasMessageContaining("answer from " + server.address()
                            + ": bad-header, header byte 2: 0x78 (expected: '0'-'9'); frame 2 at byte 8");
        }
    }

    @Test
    void anAnswerThatEndsInsideItsFrameIsMalformed() {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.readFrame();
                    peer.write("00003cb");
                });
                QuintetClient client = QuintetClient.connect(server.address())) {
            ClientException why = failure(client.call(bytes("abc")));

            assertThat(why.error()).isEqualTo(ClientError.MALFORMED_ANSWER);
            assertThat(why).hasMessageContaining("eof-in-payload");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ascii:2, 100, 'payload: 100 bytes (expected: at most 99 with framing ascii:2)'",
        "'ascii:5,zero=keepalive', 0, 'payload: empty (expected: 1 byte or more, since framing ascii:5,zero=keepalive never answers an empty one)'",
        "raw, 0, 'payload: empty (expected: 1 byte or more, since framing raw never answers an empty one)'"
    })
    void aPayloadThatTheFramingCannotCarryIsRefusedAndNotSent(String framing, int length, String message) {
        try (ScriptedServer server =
                        ScriptedServer.start(peer -> assertThat(peer.readAll()).isEmpty());
                QuintetClient client =
                        QuintetClient.to(server.address()).framing(framing).connect()) {
            ClientException why = failure(client.call(new byte[length]));

            assertThat(why.error()).isEqualTo(ClientError.PAYLOAD_REFUSED);
            assertThat(why.mayHaveRun()).isFalse();
            assertThat(why).hasMessage(message);
        }
    }

    @Test
    void aLineFeedInALineIsRefused() {
        try (ScriptedServer server =
                        ScriptedServer.start(peer -> assertThat(peer.readAll()).isEmpty());
                QuintetClient client =
                        QuintetClient.to(server.address()).framing("line").connect()) {
            assertThat(failure(client.call(bytes("a\nb"))))
                    .hasMessage("payload: LF at byte 1 (expected: none with framing line)");
        }
    }

    @Test
    void nonsenseIsRefusedBeforeConnecting() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> QuintetClient.to("127.0.0.1:1").maxInFlight(0).connect())
                .withMessage("client.max-in-flight: 0 (expected: 1 or more)");
    }
}
