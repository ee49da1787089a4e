package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static io.quintet.server.TestServer.framing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Logic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * All shapes of logic and several framings under faults, with exact accounting: each request that reaches the server whole
 * is answered, right and in order, or the path to its client was cut; each connection ends with a reason that its faults
 * explain; and nothing is left over. {@code -Dsoak.seconds} and {@code -Dsoak.seed} are properties of the run.
 */
@OnEveryTransport
@Timeout(value = 1, unit = TimeUnit.DAYS)
class SoakIT {
    private static final long SECONDS = Long.getLong("soak.seconds", 10);
    private static final int CLIENTS = 12;

    /** How connections end that are cut in the middle, or not at all. */
    private static final Set<String> EXPLAINED = Set.of("eof", "eof-in-header", "eof-in-payload", "peer-reset");

    private final TransportChoice transport;
    private final List<QuintetServer> servers = new ArrayList<>();
    private final List<String> framings = List.of("ascii:5", "bin:2", "netstring", "line", "ascii:9");
    private final List<FaultProxy> proxies = new ArrayList<>();
    private final AtomicLong connections = new AtomicLong();

    SoakIT(TransportChoice transport) {
        this.transport = transport;
    }

    @Test
    void everyRequestIsAnsweredOrItsConnectionEndsForAReason(TestReporter reporter) throws Exception {
        long seed = Long.getLong("soak.seed", new Random().nextLong());
        ExecutorService threads = Executors.newCachedThreadPool();
        try (CloseTally tally = new CloseTally()) {
            start();
            soak(seed, SECONDS / 3, threads, tally);
            Footprint before = Footprint.now();
            soak(seed + CLIENTS, SECONDS - SECONDS / 3, threads, tally);
            Footprint after = Footprint.now();
            reporter.publishEntry(transport + ": " + connections + " connections, " + tally.counts() + ", " + after);

            assertThat(EXPLAINED).containsAll(tally.counts().keySet());
            after.assertNoMoreThan(before);
        } catch (Throwable failure) {
            throw new AssertionError("-Dsoak.seed=" + seed, failure);
        } finally {
            threads.shutdown();
            proxies.forEach(FaultProxy::close);
            servers.forEach(server -> TestServer.await(server.stopNow()));
        }
    }

    private void start() {
        List<Logic> logics = List.of(
                builtIn("reverse")[0],
                reversing(Shape.INLINE),
                reversing(Shape.ASYNC_LATER),
                reversing(Shape.BLOCKING),
                reversing(Shape.ASYNC_AT_ONCE));
        for (int i = 0; i < framings.size(); i++) {
            ServerSettings settings = framing(framings.get(i)).apply(TestServer.settings(transport));
            servers.add(QuintetServer.start(settings, List.of(logics.get(i))));
            proxies.add(new FaultProxy(servers.get(i).addresses().get(0)));
        }
    }

    private static Logic reversing(Shape shape) {
        return shape.of(request -> Shape.reply(TestFrames.reversed(request)));
    }

    /** Connections, one after the other from each client, for so long; then waits until all have ended. */
    private void soak(long seed, long seconds, ExecutorService threads, CloseTally tally) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            long clientSeed = seed + i;
            Callable<?> client = () -> connectUntil(until, new Random(clientSeed), threads);
            clients.add(threads.submit(client));
        }
        for (Future<?> client : clients) {
            client.get();
        }
        await("a reason for each connection")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(tally.sum())
                        .isEqualTo(proxies.stream()
                                .mapToLong(FaultProxy::connected)
                                .sum()));
    }

    private Object connectUntil(long until, Random random, ExecutorService threads) throws Exception {
        while (System.nanoTime() < until) {
            int kind = random.nextInt(framings.size());
            new SoakConnection(framings.get(kind), proxies.get(kind), random.nextLong()).run(threads);
            connections.incrementAndGet();
        }
        return this;
    }
}
