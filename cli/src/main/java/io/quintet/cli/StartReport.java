package io.quintet.cli;

import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.AddressText;
import io.quintet.server.QuintetServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is told of a server that has started. */
record StartReport(
        QuintetServer server, ServerSettings settings, List<ServedLogic> chain, Administration administration) {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.cli.serve");

    /** One line: where, by what, which frames, which logic, how soon. */
    void log(Duration took) {
        LOG.info(
                "listening on {} by {}, framing {}, logic {}{}, started in {} ms",
                String.join(" and ", addresses()),
                transport(),
                settings.framing(),
                chain.stream().map(it -> it.expression().toString()).collect(Collectors.joining(" | ")),
                administration.address().map(address -> ", admin on " + address).orElse(""),
                took.toMillis());
    }

    /** The bound ones, as {@code --listen} would take them. */
    List<String> addresses() {
        return server.addresses().stream().map(AddressText::of).toList();
    }

    private String transport() {
        boolean chosen = settings.eventLoops().transport() == TransportChoice.AUTO;
        return chosen ? server.transport() + " (" + server.transportReason() + ")" : server.transport();
    }
}
