package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.quintet.config.EventLoops;
import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.RawValue;
import io.quintet.config.ServerSettings;
import io.quintet.config.SettingValues;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Logic;
import io.quintet.server.QuintetServer;
import io.quintet.testing.PluginJar;
import io.quintet.testing.RawPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ReloadingTest {
    private static final List<RawValue> CHAIN = List.of(logic("stamp"), logic("greet:hi"));

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.quintet.cli.plugins");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @TempDir
    private Path folder;

    private Supplier<SettingValues> source = ReloadingTest::given;
    private Path jar;
    private QuintetServer server;
    private Reloading reloading;
    private RawPeer peer;

    @BeforeEach
    void serveVersionA() throws IOException {
        jar = PluginJar.write(StampJar.inPlace('A'), folder.resolve("stamp.jar"));
        KnownLogics known = KnownLogics.in(folder.toString());
        SettingValues values = given();
        ServerSettings settings = ServerSettings.defaults()
                .withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withEventLoops(new EventLoops(TransportChoice.NIO, 1));
        List<Logic> chain = ServedLogic.createAll(known.catalog(), ServedLogics.expressions(values));
        server = QuintetServer.start(settings, chain);
        reloading = new Reloading(server, () -> source.get(), values, known);
        peer = RawPeer.connect(server.addresses().get(0)).gets("00002hi");
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(null);
        peer.close();
        server.stopNow().toCompletableFuture().join();
    }

    @Test
    void aNewerJarAnswersOnTheSameConnection() throws IOException {
        PluginJar.write(StampJar.async('B'), jar);

        reloading.reload("SIGHUP");

        awaitVersionB();
        assertThat(lines()).singleElement().asString().startsWith("SIGHUP: logic renewed; plugins: stamp B (stamp.jar");
    }

    @Test
    void aJarThatFailsToLoadKeepsTheOldOne() throws IOException {
        Files.writeString(jar, "on its way");

        reloading.reload("SIGHUP");

        peer.send("00003xyz").gets("00003Ayz");
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0))
                .isEqualTo("plugin stamp.jar: 0 entries (expected: a whole jar); the one loaded before stays");
        assertThat(lines().get(1)).startsWith("SIGHUP: logic renewed; plugins: stamp A (");
    }

    @Test
    void aLogicThatCannotBeMadeKeepsTheOldOnes() throws IOException {
        PluginJar.write(StampJar.failing('B'), jar);

        reloading.reload("SIGHUP");

        peer.send("00003xyz").gets("00003Ayz");
        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("SIGHUP: the logics until now stay: logic.stamp: ")
                .contains("no data base");
    }

    @Test
    void aLogicThatIsGoneStaysUntilItComesBack() throws IOException {
        Files.delete(jar);
        reloading.reload("SIGHUP");
        peer.send("00003xyz").gets("00003Ayz");

        PluginJar.write(StampJar.async('B'), jar);
        reloading.reload("SIGHUP");

        awaitVersionB();
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).startsWith("SIGHUP: the logics until now stay: logic: stamp (expected one of: ");
    }

    private static RawValue logic(String expression) {
        return new RawValue("logic", expression, "--logic");
    }

    /** The chain, and these keys and values. */
    private static SettingValues given(String... keysAndTexts) {
        List<RawValue> values = new ArrayList<>(CHAIN);
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            values.add(new RawValue(keysAndTexts[i], keysAndTexts[i + 1], "quintet.conf:" + (i / 2 + 1)));
        }
        return new SettingValues().orElse(values);
    }

    @Test
    void settingsThatHaveChangedTakeEffectAndAreTold() {
        source = () -> given("limits.idle-timeout", "1min", "access.deny", "10.0.0.0/8", "limits.max-in-flight", "64");

        reloading.reload("SIGHUP");
        assertThat(server.settings().timeouts().idle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(server.settings().access().deny()).hasToString("10.0.0.0/8");
        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith(
                        "SIGHUP: access.deny none -> 10.0.0.0/8, limits.idle-timeout 10min -> 1min, logic renewed;");
        peer.send("00003xyz").gets("00003Ayz");

        source = ReloadingTest::given;
        reloading.reload("SIGHUP");
        assertThat(lines().get(1))
                .startsWith(
                        "SIGHUP: access.deny 10.0.0.0/8 -> none, limits.idle-timeout 1min -> 10min, logic renewed;");
    }

    @Test
    void whatCannotChangeWhileItRunsIsOneWarningEachTime() {
        source = () -> given("framing", "bin:4", "limits.max-connections", "7");

        reloading.reload("SIGHUP");
        reloading.reload("SIGHUP");

        assertThat(lines()).hasSize(4);
        assertThat(lines().get(0)).isEqualTo("SIGHUP: framing ascii:5 -> bin:4 needs a restart");
        assertThat(lines().get(1)).startsWith("SIGHUP: limits.max-connections 10000 -> 7, logic renewed;");
        assertThat(lines().get(2)).isEqualTo("SIGHUP: framing ascii:5 -> bin:4 needs a restart");
        assertThat(lines().get(3)).startsWith("SIGHUP: logic renewed;");
        peer.send("00003xyz").gets("00003Ayz");
        assertThat(server.settings().framing()).hasToString("ascii:5");
    }

    @Test
    void settingsThatAreWrongChangeNothingAndSayWhy() throws IOException {
        PluginJar.write(StampJar.async('B'), jar);
        source = () -> given("limits.idle-timeout", "5", "limits.max-connections", "7", "limits.max-conections", "8");

        reloading.reload("SIGHUP");

        assertThat(lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("SIGHUP: the settings until now stay: "))
                .anySatisfy(line -> assertThat(line)
                        .contains("limits.max-conections (expected: a known one; did you mean limits.max-connections?)"
                                + " [from quintet.conf:3]"))
                .anySatisfy(line -> assertThat(line).contains("limits.idle-timeout: 5 (expected: "));
        assertThat(server.settings().limits().maxConnections()).isEqualTo(10_000);
        peer.send("00003xyz").gets("00003Ayz");
    }

    @Test
    void aWrongValueOfWhatNeedsARestartIsWrongAllTheSame() {
        source = () -> given("exec-workers", "many", "backlog", "0");

        reloading.reload("SIGHUP");

        assertThat(lines()).hasSize(2).allMatch(line -> line.startsWith("SIGHUP: the settings until now stay: "));
        assertThat(lines().get(0)).contains("backlog: 0 (expected: 1 to 65535) [from quintet.conf:2]");
    }

    @Test
    void anotherLogicAnswersFromThenOn() {
        source = () -> new SettingValues().orElse(List.of(logic("upper")));

        reloading.reload("SIGHUP");

        await().until(() -> new String(peer.send("00003xyz").next(8), StandardCharsets.US_ASCII), "00003XYZ"::equals);
        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("SIGHUP: logic stamp greet:hi -> upper, logic renewed;");
    }

    /** Each event loop changes over when it gets there. */
    private void awaitVersionB() {
        await().until(() -> new String(peer.send("00003xyz").next(8), StandardCharsets.US_ASCII), "00003Byz"::equals);
    }

    private List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
