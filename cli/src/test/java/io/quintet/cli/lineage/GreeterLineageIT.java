package io.quintet.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.logic.BlockingLogic;
import io.quintet.protocol.Framing;
import io.quintet.server.QuintetServer;
import io.quintet.testing.DocumentSnippets;
import io.quintet.testing.RawPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The defects that greeters with a process or thread each are known for. */
@Timeout(180)
class GreeterLineageIT {
    private static final String GREETING = "Thank you for connecting";
    private static final String COMMAND = LineageDocument.server("Forking and threading greeters");
    private static final int MANY = 200;

    @Test
    void allWhoConnectAreGreetedWithoutAThreadEach() {
        try (Served served = Served.start(COMMAND)) {
            served.connect().gets(GREETING).getsEnd().close();
            long threads = served.process().threads();

            List<RawPeer> peers = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                peers.add(served.connect());
            }
            peers.forEach(peer -> peer.gets(GREETING).getsEnd());

            assertThat(served.process().threads()).isLessThan(threads + 10);
            peers.forEach(RawPeer::close);
        }
    }

    @Test
    void itsAddressCanBeHadAgainAtOnce() {
        int port;
        try (Served first = Served.start(COMMAND)) {
            first.connect().gets(GREETING).getsEnd().close();
            port = first.port();
        }
        try (Served second = Served.start(COMMAND, "--listen", "127.0.0.1:" + port)) {
            second.connect().gets(GREETING).getsEnd().close();
        }
    }

    @Test
    void handlersThatWaitAllWaitAtTheSameTime() throws Exception {
        int handlers = 40;
        CyclicBarrier allAreHere = new CyclicBarrier(handlers);
        BlockingLogic greeter = greeter(() -> {
            allAreHere.await(60, TimeUnit.SECONDS);
            return GREETING;
        });
        try (QuintetServer server = QuintetServer.start(lines(), List.of(greeter))) {
            List<RawPeer> peers = new ArrayList<>();
            for (int i = 0; i < handlers; i++) {
                peers.add(RawPeer.connect(server.addresses().get(0)).send(i + "\n"));
            }
            for (int i = 0; i < handlers; i++) {
                peers.get(i).gets(GREETING + ", " + i + "\r\n").getsEnd().close();
            }
        }
    }

    @Test
    void aHandlerThatFailsHarmsNoOther() throws Exception {
        BlockingLogic greeter = greeter(() -> {
            throw new IllegalStateException("no greeting today");
        });
        try (QuintetServer server = QuintetServer.start(lines(), List.of(greeter))) {
            for (int i = 0; i < 3; i++) {
                try (RawPeer peer = RawPeer.connect(server.addresses().get(0))) {
                    peer.send("Ann\n").getsEnd();
                }
            }
        }
    }

    private static BlockingLogic greeter(Callable<String> greeting) throws ReflectiveOperationException {
        return (BlockingLogic) DocumentSnippets.load(LineageDocument.sources())
                .loadClass("lineage.Greeter")
                .getConstructor(Callable.class)
                .newInstance(greeting);
    }

    private static ServerSettings lines() {
        return ServerSettings.defaults()
                .withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withFraming(Framing.parse("line"));
    }
}
