package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ErrorPolicy;
import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.server.QuintetServer;
import io.quintet.server.ServerStartException;
import io.quintet.testing.Machine;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workers behind a real server: SIGKILL under load from several connections, answers in order, nothing left behind. */
final class ExecIT {
    private static final int CONNECTIONS = 8;
    private static final int REQUESTS = 2000;
    private static final int KILLS = 6;
    private static final Executor THREADS = task -> new Thread(task).start();
    private static final String LOST = "ERR logic-error";

    @ParameterizedTest
    @CsvSource({"NIO,false,1", "NIO,true,64", "EPOLL,false,1", "EPOLL,true,64", "IO_URING,false,1", "IO_URING,true,64"})
    void onlyWhatTheKilledWorkersHadFails(TransportChoice transport, boolean pipelined, int mostAtOnce) {
        Logic logic = LogicCatalog.ofClassPath().create("exec:cat,workers=3,restart=1ms..10ms,pipelined=" + pipelined);
        List<ProcessHandle> processes;
        AtomicInteger answered = new AtomicInteger();
        try (QuintetServer server = start(transport, logic)) {
            InetSocketAddress address = (InetSocketAddress) server.addresses().get(0);
            List<CompletableFuture<Integer>> lost = IntStream.range(0, CONNECTIONS)
                    .mapToObj(peer -> CompletableFuture.supplyAsync(() -> lostOf(peer, address, answered), THREADS))
                    .toList();
            kill(answered);

            int allLost = lost.stream().mapToInt(CompletableFuture::join).sum();
            assertThat(allLost).isLessThanOrEqualTo(KILLS * mostAtOnce);
            assertThat(answered).hasValue(CONNECTIONS * REQUESTS);
            processes = TestWorkers.processesAndDescendants();
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(TestWorkers.processes()).isEmpty();
    }

    private static QuintetServer start(TransportChoice transport, Logic logic) {
        ServerSettings defaults = ServerSettings.defaults();
        ServerSettings settings = defaults.withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withEventLoops(defaults.eventLoops().withTransport(transport).withThreads(2))
                .withAnswering(defaults.answering().withOnLogicError(ErrorPolicy.parse("reply:ERR {reason}")));
        try {
            return QuintetServer.start(settings, List.of(logic));
        } catch (ServerStartException unavailable) {
            logic.close();
            Machine.lacks(String.valueOf(unavailable.getMessage()));
            throw unavailable;
        }
    }

    /** Kills a worker each time that a share of all requests has been answered. */
    private static void kill(AtomicInteger answered) {
        for (int kill = 1; kill <= KILLS; kill++) {
            int share = CONNECTIONS * REQUESTS * kill / (KILLS + 1);
            await().pollInterval(Duration.ofMillis(1)).until(() -> answered.get() >= share);
            TestWorkers.processes().stream().findAny().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Sends all requests of one peer at once; how many of the answers, which come in order, are none. */
    private static int lostOf(int peer, InetSocketAddress server, AtomicInteger answered) {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setSoTimeout(20_000);
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> sendAll(peer, socket), THREADS);
            DataInputStream answers = new DataInputStream(socket.getInputStream());
            int lost = 0;
            for (int number = 0; number < REQUESTS; number++) {
                String answer = next(answers);
                if (answer.equals(LOST)) {
                    lost++;
                } else {
                    assertThat(answer).isEqualTo(request(peer, number));
                }
                answered.incrementAndGet();
            }
            sent.join();
            assertThat(answers.read()).as("after the last answer").isEqualTo(-1);
            return lost;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String request(int peer, int number) {
        return "peer " + peer + ", request " + number;
    }

    private static void sendAll(int peer, Socket socket) {
        try {
            for (int number = 0; number < REQUESTS; number++) {
                String request = request(peer, number);
                String frame = String.format("%05d%s", request.length(), request);
                socket.getOutputStream().write(frame.getBytes(StandardCharsets.US_ASCII));
            }
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String next(DataInputStream answers) throws IOException {
        String header = new String(answers.readNBytes(5), StandardCharsets.US_ASCII);
        return new String(answers.readNBytes(Integer.parseInt(header)), StandardCharsets.US_ASCII);
    }
}
