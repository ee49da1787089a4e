package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    private static final ServerSettings DEFAULTS = ServerSettings.defaults();

    @Test
    void defaultsAreThoseOfTheContract() {
        assertThat(DEFAULTS.listening().addresses()).hasToString("[127.0.0.1:6789]");
        assertThat(DEFAULTS.framing()).hasToString("ascii:5");
        assertThat(DEFAULTS.limits())
                .isEqualTo(new Limits(10_000, 0, 64, new WriteBuffer(262_144, 65_536), 50, Rates.OFF));
        assertThat(DEFAULTS.timeouts().idle()).isEqualTo(Duration.ofMinutes(10));
        assertThat(List.of(
                        DEFAULTS.timeouts().frame(),
                        DEFAULTS.timeouts().logic(),
                        DEFAULTS.timeouts().write(),
                        DEFAULTS.timeouts().drain()))
                .containsOnly(Duration.ofSeconds(30));
        assertThat(DEFAULTS.eventLoops().threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void eachPartCanBeReplaced() {
        ServerSettings settings = DEFAULTS.withListening(Listening.on(ListenAddress.parse("[::1]:0")))
                .withFraming(Framing.parse("line"))
                .withAnswering(Answering.DEFAULT
                        .withOrder(AnswerOrder.COMPLETION)
                        .withOnLogicError(new ErrorPolicy.Drop())
                        .withOnBadFrame(new ErrorPolicy.Reply("x"))
                        .withTelnet(true))
                .withLimits(Limits.DEFAULT
                        .withMaxConnections(1)
                        .withMaxConnectionsPerIp(2)
                        .withMaxInFlight(3)
                        .withWriteBuffer(new WriteBuffer(5, 4))
                        .withMemoryPercent(6)
                        .withRates(new Rates(7, 8)))
                .withTimeouts(Timeouts.DEFAULT
                        .withIdle(Duration.ofSeconds(1))
                        .withFrame(Duration.ofSeconds(2))
                        .withLogic(Duration.ofSeconds(3))
                        .withWrite(Duration.ofSeconds(4))
                        .withDrain(Duration.ofSeconds(5)))
                .withTurnover(Turnover.DEFAULT
                        .withMaxConnectionAge(Duration.ofSeconds(6))
                        .withDrainDelay(Duration.ofSeconds(7)))
                .withEventLoops(
                        EventLoops.defaults().withTransport(TransportChoice.NIO).withThreads(1));

        assertThat(settings.listening()).hasToString("Listening[addresses=[[::1]:0], backlog=4096, reusePort=false]");
        assertThat(settings.framing()).hasToString("line");
        assertThat(settings.answering())
                .hasToString("Answering[order=completion, onLogicError=drop, onBadFrame=reply:x, telnet=true]");
        assertThat(settings.limits()).isEqualTo(new Limits(1, 2, 3, new WriteBuffer(5, 4), 6, new Rates(7, 8)));
        assertThat(settings.timeouts())
                .hasToString("Timeouts[idle=PT1S, frame=PT2S, logic=PT3S, write=PT4S, drain=PT5S]");
        assertThat(settings.turnover()).hasToString("Turnover[maxConnectionAge=PT6S, drainDelay=PT7S]");
        assertThat(settings.eventLoops()).isEqualTo(new EventLoops(TransportChoice.NIO, 1));
    }

    @Test
    void wrongValuesAreRefusedByTheValuesThemselves() {
        assertRefused(
                () -> Limits.DEFAULT.withMaxConnections(-1), "limits.max-connections: -1 (expected: 0 to 1000000)");
        assertRefused(
                () -> Timeouts.DEFAULT.withIdle(Duration.ofSeconds(-1)),
                "limits.idle-timeout: -1s (expected: 0 to 365d, 0 for never)");
        assertRefused(
                () -> Turnover.DEFAULT.withDrainDelay(Duration.ofSeconds(-1)),
                "limits.drain-delay: -1s (expected: 0 to 365d, 0 for none)");
        assertRefused(() -> new Rates(-1, 0), "limits.max-frame-rate: -1 (expected: 0 to 100000000)");
        assertRefused(() -> EventLoops.defaults().withThreads(0), "threads: 0 (expected: 1 to 1024)");
        assertRefused(() -> Listening.DEFAULT.withBacklog(0), "backlog: 0 (expected: 1 to 65535)");
        assertRefused(() -> new Listening(List.of(), 1, false), "listen: none (expected: at least one address)");
        assertRefused(() -> new ListenAddress.Tcp("h", -1), "listen: -1 (expected: 0 to 65535)");
        assertRefused(
                () -> new WriteBuffer(1024, 2048),
                "limits.write-buffer-low: 2KiB (expected: at most limits.write-buffer-high, 1KiB)");
        assertRefused(
                () -> Answering.DEFAULT.withOnBadFrame(new ErrorPolicy.Drop()),
                "answers.on-bad-frame: drop (expected: close or reply:TEMPLATE)");
    }

    private static void assertRefused(ThrowingCallable maker, String message) {
        assertThatExceptionOfType(SettingException.class).isThrownBy(maker).withMessage(message);
    }
}
