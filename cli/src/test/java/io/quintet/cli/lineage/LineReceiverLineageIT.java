package io.quintet.cli.lineage;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Logic;
import io.quintet.protocol.Framing;
import io.quintet.server.QuintetServer;
import io.quintet.testing.DocumentSnippets;
import io.quintet.testing.RawPeer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The line receiver of the document, in lines and raw and lines again, on every transport. */
@Timeout(180)
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = TransportChoice.class,
        names = {"NIO", "EPOLL", "IO_URING"})
class LineReceiverLineageIT {
    private static final String RAW = "\r\na\n\u0000\u00ff";
    private static final String SENT = ("hello\r\ndata 6\r\n" + RAW + "bye\r\n").repeat(50);
    private static final String ANSWERED = "5 characters\r\ngo ahead\r\nthank you\r\n3 characters\r\n".repeat(50);

    @Parameter
    private TransportChoice transport;

    private QuintetServer server;

    @BeforeEach
    void start() throws ReflectiveOperationException {
        ServerSettings defaults = ServerSettings.defaults();
        Logic receiver = (Logic) DocumentSnippets.load(LineageDocument.sources())
                .loadClass("lineage.LineReceiver")
                .getConstructor()
                .newInstance();
        server = QuintetServer.start(
                defaults.withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                        .withEventLoops(defaults.eventLoops().withTransport(transport))
                        .withFraming(Framing.parse("line,max=16384")),
                List.of(receiver));
    }

    @AfterEach
    void stop() {
        server.stopNow().toCompletableFuture().join();
    }

    @Test
    void switchingLosesNothingThatCameInOnePiece() {
        try (RawPeer peer = connect()) {
            peer.send(SENT).finish().gets(ANSWERED).getsEnd();
        }
    }

    @Test
    void switchingLosesNothingThatCameInPieces() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] bytes = SENT.getBytes(StandardCharsets.ISO_8859_1);
        try (RawPeer peer = connect()) {
            int from = 0;
            while (from < bytes.length) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(8));
                peer.send(Arrays.copyOfRange(bytes, from, to));
                from = to;
            }
            peer.finish().gets(ANSWERED).getsEnd();
        } catch (AssertionError wrong) {
            throw new AssertionError("seed " + seed, wrong);
        }
    }

    @Test
    void aLineWithoutAnEndIsNotKeptWithoutBound() {
        try (RawPeer peer = connect()) {
            peer.send("hello\n" + "x".repeat(20_000)).gets("5 characters\r\n").getsEnd();
        }
    }

    @Test
    void aNumberThatIsNoneEndsThatConnectionAlone() {
        try (RawPeer other = connect();
                RawPeer peer = connect()) {
            peer.send("data 5 please\r\n").getsEnd();

            other.send("hello\r\n").gets("5 characters\r\n");
        }
    }

    private RawPeer connect() {
        return RawPeer.connect(server.addresses().get(0));
    }
}
