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
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.LogicExpression;
import io.quintet.server.QuintetServer;
import io.quintet.testing.PluginJar;
import io.quintet.testing.RawPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ReloadingTest {
    private static final List<LogicExpression> CHAIN =
            List.of(LogicExpression.of("stamp"), LogicExpression.of("greet", "hi"));

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.quintet.cli.plugins");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @TempDir
    private Path folder;

    private Path jar;
    private QuintetServer server;
    private Reloading reloading;
    private RawPeer peer;

    @BeforeEach
    void serveVersionA() throws IOException {
        jar = PluginJar.write(StampJar.inPlace('A'), folder.resolve("stamp.jar"));
        KnownLogics known = KnownLogics.in(folder.toString());
        ServerSettings settings = ServerSettings.defaults()
                .withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withEventLoops(new EventLoops(TransportChoice.NIO, 1));
        server = QuintetServer.start(settings, ServedLogic.createAll(known.catalog(), CHAIN));
        reloading = new Reloading(server, CHAIN, known);
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

    /** Each event loop changes over when it gets there. */
    private void awaitVersionB() {
        await().until(() -> new String(peer.send("00003xyz").next(8), StandardCharsets.US_ASCII), "00003Byz"::equals);
    }

    private List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
