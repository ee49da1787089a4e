package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.RawValue;
import io.quintet.config.ServerSettings;
import io.quintet.config.SettingValues;
import io.quintet.config.TransportChoice;
import io.quintet.logic.LogicExpression;
import io.quintet.server.QuintetServer;
import io.quintet.server.ServerStartException;
import io.quintet.testing.Machine;
import io.quintet.testing.PluginJar;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plugin replaced while several connections send without a pause: every answer comes, in order, from one version on. */
class ReloadUnderLoadIT {
    private static final int CONNECTIONS = 4;
    private static final String VERSIONS = "ABCDEF";
    private static final List<LogicExpression> CHAIN = List.of(LogicExpression.of("stamp"));

    private static final Map<Character, byte[]> JARS = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void compileEveryVersion() throws IOException {
        for (int i = 0; i < VERSIONS.length(); i++) {
            char version = VERSIONS.charAt(i);
            JARS.put(version, i % 2 == 0 ? StampJar.inPlace(version) : StampJar.async(version));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TransportChoice.class,
            names = {"NIO", "EPOLL", "IO_URING"})
    void noAnswerFailsOrComesOutOfOrderAndOldClassesAreCollected(TransportChoice transport) throws Exception {
        install('A');
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

        try (QuintetServer server = start(transport)) {
            SettingValues values = new SettingValues().orElse(List.of(new RawValue("logic", "stamp", "test")));
            Reloading reloading = new Reloading(server, () -> values, values, KnownLogics.in(folder.toString()));
            List<StampLoad> loads = IntStream.range(0, CONNECTIONS)
                    .mapToObj(connection -> StampLoad.on(server.addresses().get(0)))
                    .toList();
            for (int i = 0; i < VERSIONS.length(); i++) {
                char version = VERSIONS.charAt(i);
                install(version);
                reloading.reload("test");
                loaders.add(loader(reloading.known()));
                loads.forEach(load -> load.awaitVersion(version));
            }

            loads.forEach(StampLoad::end);
            awaitCollection(loaders.subList(0, VERSIONS.length() - 1));
        }
    }

    private void install(char version) throws IOException {
        PluginJar.write(JARS.get(version), folder.resolve("stamp.jar"));
    }

    private QuintetServer start(TransportChoice transport) {
        ServerSettings defaults = ServerSettings.defaults();
        ServerSettings settings = defaults.withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withEventLoops(defaults.eventLoops().withTransport(transport));
        try {
            return QuintetServer.start(
                    settings,
                    ServedLogic.createAll(KnownLogics.in(folder.toString()).catalog(), CHAIN));
        } catch (ServerStartException e) {
            Machine.lacks(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static WeakReference<ClassLoader> loader(KnownLogics known) {
        return new WeakReference<>(known.catalog()
                .find("stamp")
                .orElseThrow()
                .provider()
                .getClass()
                .getClassLoader());
    }

    /** Compiled code holds the classes that it was compiled for while a thread runs it: a pool's, until it has idled a minute. */
    private static void awaitCollection(List<WeakReference<ClassLoader>> loaders) {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            System.gc();
            assertThat(loaders).allMatch(loader -> loader.get() == null);
        });
    }
}
