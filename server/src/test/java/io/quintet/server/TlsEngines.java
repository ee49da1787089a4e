package io.quintet.server;

import io.netty.handler.ssl.OpenSsl;
import io.quintet.config.ServerTls;
import io.quintet.config.TlsEngine;
import io.quintet.testing.Machine;

/** The engines that tests are run with. */
final class TlsEngines {
    private TlsEngines() {}

    /** The same by {@code engine}; goes on only where the machine has that one. */
    static ServerTls speakingBy(TlsEngine engine, ServerTls tls) {
        Machine.has(engine != TlsEngine.BORINGSSL || OpenSsl.isAvailable(), "this machine has no BoringSSL");
        return tls.withEngine(engine);
    }
}
