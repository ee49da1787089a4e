package io.quintet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import io.quintet.client.ServerAddress;
import io.quintet.config.EventLoops;
import io.quintet.config.TransportChoice;
import io.quintet.load.Exchanges;
import io.quintet.load.Extent;
import io.quintet.load.Load;
import io.quintet.load.LoadListener;
import io.quintet.load.LoadPlan;
import io.quintet.load.LoadResult;
import io.quintet.load.Payloads;
import io.quintet.load.Shape;
import io.quintet.load.Target;
import io.quintet.logic.LogicCatalog;
import io.quintet.protocol.Framing;
import io.quintet.testing.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that answers wrongly is no peer to compare with. */
class PeersIT {
    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"nio", "epoll", "io_uring"})
    void theCodecServerAnswersRightly(String transport) throws Exception {
        Machine.has(!transport.equals("epoll") || Epoll.isAvailable(), "this machine has no epoll");
        Machine.has(!transport.equals("io_uring") || IoUring.isAvailable(), "this machine has no io_uring");
        try (CodecServer server = CodecServer.start(transport)) {
            assertAnswersRightly(server.address(), "1..500");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theReferenceAnswersRightly() throws Exception {
        Machine.hasPrograms("cc");
        Path program = scratch.resolve("epoll");
        Path address = scratch.resolve("address");
        Process compiler = new ProcessBuilder(
                        "cc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", program.toString(), "src/main/c/epoll.c")
                .inheritIO()
                .start();
        assertThat(compiler.waitFor()).isZero();
        Process server = new ProcessBuilder(program.toString(), address.toString()).start();
        try {
            await().until(() -> Files.exists(address));
            assertAnswersRightly(Files.readString(address).strip(), "1..99999");
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /** With so much at once that requests and answers are cut anywhere. */
    private static void assertAnswersRightly(String address, String sizes) throws InterruptedException {
        List<byte[]> payloads = Payloads.of(sizes, Framing.DEFAULT, 1);
        var plan = new LoadPlan(
                new Target(
                        ServerAddress.parse(address),
                        Optional.empty(),
                        Framing.DEFAULT,
                        new EventLoops(TransportChoice.NIO, 1),
                        Duration.ofSeconds(20)),
                new Shape(4, 64, OptionalDouble.empty()),
                Extent.of(1000, Duration.ZERO),
                Exchanges.answeredBy(List.of(LogicCatalog.ofClassPath().create("reverse")), payloads, Framing.DEFAULT));

        LoadResult result = new Load(plan, LoadListener.NONE).run();

        assertThat(result.faults()).isEmpty();
        assertThat(result.answers()).isEqualTo(1000);
    }
}
