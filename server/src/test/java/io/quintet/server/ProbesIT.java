package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who speaks something else is closed for it, is told nothing, and disturbs nobody. */
@OnEveryTransport
class ProbesIT {
    /** The first bytes of each, and what the log has to say about them. */
    private static final Map<String, String> PROBES = new LinkedHashMap<>();

    static {
        PROBES.put("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "looks like HTTP");
        PROBES.put("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "looks like HTTP");
        PROBES.put("\u0016\u0003\u0001\0\u00a5\u0001\0\0\u00a1\u0003\u0003" + "r".repeat(158), "looks like TLS");
        PROBES.put("PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n", "looks like PROXY");
        PROBES.put("\r\n\r\n\0\r\nQUIT\n!\u0011\0\u0007", "looks like PROXY");
        PROBES.put("SSH-2.0-OpenSSH_9.0\r\n", "header byte 0: 0x53");
        PROBES.put("\0\0\0U\u00ffSMBr", "binary length");
        PROBES.put("\u0003\0\0\u0013\u000e\u00e0\0\0\0\0\0\u0001\0\b\0\0\0\0\0", "header byte 0: 0x03");
        PROBES.put("*1\r\n$4\r\nPING\r\n", "header byte 0: 0x2a");
        PROBES.put("stats\r\n", "header byte 0: 0x73");
        PROBES.put("\0\0\0\b\u0004\u00d2\u0016/", "binary length");
        PROBES.put(
                "\0\u001c\u00124\u0001\0\0\u0001\0\0\0\0\0\0\u0006google\u0003com\0\0\u0001\0\u0001",
                "header byte 0: 0x00");
        PROBES.put("\0\0\0pj\u0081n0\u0081k", "header byte 0: 0x00");
        PROBES.put("JRMI\0\u0002K", "header byte 0: 0x4a");
        PROBES.put("\u00ac\u00ed\0\u0005", "header byte 0: 0xac");
        PROBES.put("EHLO there\r\n", "header byte 0: 0x45");
        PROBES.put("\u00ff\u00fd\u0003\u00ff\u00fb\u0018", "telnet");
        PROBES.put("\u0005\u0001\0", "header byte 0: 0x05");
        PROBES.put("{\"a\": 1}", "header byte 0: 0x7b");
        PROBES.put("\u00ef\u00bb\u00bf00003abc", "header byte 0: 0xef");
    }

    private final TransportChoice transport;

    ProbesIT(TransportChoice transport) {
        this.transport = transport;
    }

    @Test
    void whoSpeaksSomethingElseIsClosedWithoutAByte() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer other = server.connect()) {
            PROBES.forEach((probe, diagnosis) -> {
                try (RawPeer peer = server.connect()) {
                    peer.send(probe).getsEnd();

                    assertThat(server.lines().about(peer).getFormattedMessage())
                            .startsWith("closed bad-header: ")
                            .contains(diagnosis)
                            .matches("\\p{Print}+");
                }
                other.send("00003abc").gets("00003cba");
            });
        }
    }
}
