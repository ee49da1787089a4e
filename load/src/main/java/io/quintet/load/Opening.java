package io.quintet.load;

import io.netty.bootstrap.Bootstrap;
import io.quintet.client.TlsConnecting;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the connections of one event loop come about.
 *
 * @param bootstrap with everything but the handler
 * @param tls spoken on each of them, if it is
 */
record Opening(Bootstrap bootstrap, Optional<TlsConnecting> tls) {
    /** Connects; {@code failed} is told if that comes to nothing, else the connection itself that it is there. */
    void open(LoadConnection connection, Consumer<Throwable> failed) {
        Bootstrap own = bootstrap.clone();
        if (tls.isPresent()) {
            own.handler(new TlsOpening(tls.get(), connection, failed));
        } else {
            own.handler(connection);
        }
        own.connect().addListener(done -> {
            if (!done.isSuccess()) {
                failed.accept(done.cause());
            }
        });
    }
}
