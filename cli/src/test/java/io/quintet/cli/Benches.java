package io.quintet.cli;

import io.quintet.cli.Cli.Ended;
import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.logic.LogicCatalog;
import io.quintet.server.QuintetServer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/** Runs of {@code quintet bench} on servers of this process. */
final class Benches {
    private Benches() {}

    static QuintetServer serve(String... logics) {
        var settings = ServerSettings.defaults().withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)));
        LogicCatalog catalog = LogicCatalog.ofClassPath();
        return QuintetServer.start(
                settings, List.of(logics).stream().map(catalog::create).toList());
    }

    static String address(QuintetServer server) {
        return "127.0.0.1:" + ((InetSocketAddress) server.addresses().get(0)).getPort();
    }

    static Ended bench(QuintetServer server, String... words) {
        return Cli.run(Stream.concat(Stream.of("bench", address(server)), Stream.of(words))
                .toArray(String[]::new));
    }
}
