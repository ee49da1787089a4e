package io.quintet.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.server.ServerStartException;
import io.quintet.testing.Machine;
import io.quintet.testing.RawPeer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program that polls a server of its own, on a free port. Every wait is bounded. */
record Program(EventServer server) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Skips the test where the machine lacks the transport. */
    static Program start(TransportChoice transport, int capacity, Overflow overflow) {
        ServerSettings defaults = ServerSettings.defaults();
        ServerSettings settings = defaults.withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withEventLoops(defaults.eventLoops().withTransport(transport).withThreads(2));
        try {
            return new Program(EventServer.start(settings, capacity, overflow));
        } catch (ServerStartException unavailable) {
            Machine.lacks(String.valueOf(unavailable.getMessage()));
            throw unavailable;
        }
    }

    RawPeer connect() {
        return RawPeer.connect(server.addresses().get(0));
    }

    /** The next event, which is of this type. */
    <E extends Event> E next(Class<E> type) {
        Event event = poll().orElseThrow();
        assertThat(event).isInstanceOf(type);
        return type.cast(event);
    }

    private Optional<Event> poll() {
        try {
            return server.poll(PATIENCE);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The next events, up to the one that makes it this many of this type. */
    List<Event> until(int count, Class<? extends Event> type) {
        List<Event> events = new ArrayList<>();
        while (events.stream().filter(type::isInstance).count() < count) {
            events.add(next(Event.class));
        }
        return events;
    }

    /** All events up to the server's end. */
    List<Event> untilFinished() {
        List<Event> events = new ArrayList<>();
        while (!server.isFinished()) {
            poll().ifPresent(events::add);
        }
        return events;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
