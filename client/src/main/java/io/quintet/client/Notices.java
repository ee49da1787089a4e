package io.quintet.client;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells hooks and push listener, and lets nothing that they throw into the event loop. */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(QuintetClient.class);

    private final ClientSettings.Callbacks callbacks;

    Notices(ClientSettings.Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    boolean takesPushes() {
        return callbacks.pushes().isPresent();
    }

    void push(byte[] payload) {
        tell(hooks -> hooks.pushed(payload.length));
        tell(hooks -> callbacks.pushes().ifPresent(listener -> listener.pushed(payload)));
    }

    void connected(SocketAddress local) {
        tell(hooks -> hooks.connected(local));
    }

    void retrying(ClientException why, Duration delay) {
        tell(hooks -> hooks.retrying(why, delay));
    }

    void disconnected(ClientException why, int unanswered) {
        tell(hooks -> hooks.disconnected(why, unanswered));
    }

    void sent(int bytes) {
        tell(hooks -> hooks.sent(bytes));
    }

    void answered(int bytes, long nanos) {
        tell(hooks -> hooks.answered(bytes, Duration.ofNanos(nanos)));
    }

    void failed(ClientException why) {
        tell(hooks -> hooks.failed(why));
    }

    void late(int bytes) {
        tell(hooks -> hooks.late(bytes));
    }

    private void tell(Consumer<ClientHooks> notice) {
        try {
            notice.accept(callbacks.hooks());
        } catch (RuntimeException e) {
            LOG.error("client hook: {} (expected: none thrown)", e.toString(), e);
        }
    }
}
