package io.quintet.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.quintet.client.ServerAddress;
import io.quintet.config.EventLoops;
import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.protocol.Framing;
import io.quintet.server.QuintetServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small loads, and servers to put them on. */
final class Loads {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private Loads() {}

    static QuintetServer serve(Framing framing, Logic... chain) {
        var settings = ServerSettings.defaults()
                .withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withFraming(framing);
        return QuintetServer.start(settings, List.of(chain));
    }

    static Logic logic(String expression) {
        return LogicCatalog.ofClassPath().create(expression);
    }

    static String address(QuintetServer server) {
        return "127.0.0.1:" + ((InetSocketAddress) server.addresses().get(0)).getPort();
    }

    static Target target(String address, Framing framing, TransportChoice transport) {
        return new Target(
                ServerAddress.parse(address), Optional.empty(), framing, new EventLoops(transport, 2), PATIENCE);
    }

    /** So many requests with these payloads, whose answers are them reversed. */
    static LoadPlan reversed(String address, int requests, Shape shape, String... payloads) {
        return new LoadPlan(
                target(address, Framing.DEFAULT, TransportChoice.NIO),
                shape,
                Extent.of(requests, Duration.ZERO),
                Exchanges.answeredBy(List.of(logic("reverse")), bytes(payloads), Framing.DEFAULT));
    }

    static LoadPlan impatient(LoadPlan plan) {
        Target target = plan.target();
        var hasty =
                new Target(target.address(), target.tls(), target.framing(), target.loops(), Duration.ofMillis(200));
        return new LoadPlan(hasty, plan.shape(), plan.extent(), plan.exchanges());
    }

    static Shape closed(int connections, int pipeline) {
        return new Shape(connections, pipeline, OptionalDouble.empty());
    }

    static Shape open(int connections, int pipeline, double rate) {
        return new Shape(connections, pipeline, OptionalDouble.of(rate));
    }

    static List<byte[]> bytes(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(ISO_8859_1)).toList();
    }

    static LoadResult run(LoadPlan plan) {
        try {
            return new Load(plan, LoadListener.NONE).run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
