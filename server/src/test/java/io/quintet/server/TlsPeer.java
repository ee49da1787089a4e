package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.testing.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;

/** A client on the JDK's TLS that trusts everybody. Every wait is bounded, and an end without close_notify is an error. */
final class TlsPeer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket plain;
    private final SSLSocket socket;

    private TlsPeer(Socket plain, SSLSocket socket) {
        this.plain = plain;
        this.socket = socket;
    }

    static TlsPeer connect(SocketAddress server, String protocol, TestCertificate... own) {
        return connect(server, protocol, "", 0, own);
    }

    /**
     * @param before sent before TLS begins
     * @param receiveBuffer its size in bytes; zero for the system's
     */
    static TlsPeer connect(
            SocketAddress server, String protocol, String before, int receiveBuffer, TestCertificate... own) {
        try {
            Socket plain = new Socket();
            if (receiveBuffer > 0) {
                plain.setReceiveBufferSize(receiveBuffer);
            }
            return connect(plain, server, protocol, before, own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By a socket that is not yet connected. */
    static TlsPeer connect(Socket plain, SocketAddress server, String protocol, TestCertificate... own) {
        try {
            return connect(plain, server, protocol, "", own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TlsPeer connect(
            Socket plain, SocketAddress server, String protocol, String before, TestCertificate... own)
            throws IOException {
        plain.setTcpNoDelay(true);
        plain.setSoTimeout(PATIENCE_MILLIS);
        plain.connect(server, PATIENCE_MILLIS);
        plain.getOutputStream().write(RawPeer.bytes(before));
        int port = ((InetSocketAddress) server).getPort();
        try {
            SSLSocket socket = (SSLSocket) context(own).getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
            socket.setEnabledProtocols(new String[] {protocol});
            return new TlsPeer(plain, socket);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(TestCertificate... own) throws GeneralSecurityException {
        KeyManager[] keys = own.length == 0 ? null : new KeyManager[] {new Insistent(own[0].store())};
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {new Credulous()}, null);
        return context;
    }

    /** Shows its certificate whoever is asked for. */
    private static final class Insistent extends X509ExtendedKeyManager {
        private final KeyStore store;

        Insistent(KeyStore store) {
            this.store = store;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return "test";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            try {
                return new X509Certificate[] {(X509Certificate) store.getCertificate(alias)};
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            try {
                return (PrivateKey) store.getKey(alias, "password".toCharArray());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"test"};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            throw new UnsupportedOperationException("a client");
        }
    }

    private static final class Credulous implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** As the server's log names this peer. */
    String name() {
        return "127.0.0.1:" + plain.getLocalPort();
    }

    /** The certificate that the server shows. */
    X509Certificate server() {
        try {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TlsPeer send(String text) {
        return send(RawPeer.bytes(text));
    }

    TlsPeer send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins another handshake, as TLS 1.2 has it. */
    TlsPeer shakeHandsAgain() throws IOException {
        socket.startHandshake();
        return this;
    }

    /** Sends close_notify; goes on reading. */
    TlsPeer finish() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends FIN and no close_notify. */
    TlsPeer finishWithoutNotice() {
        try {
            plain.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TlsPeer gets(String expected) {
        assertThat(RawPeer.text(next(expected.length()))).as("bytes received").isEqualTo(expected);
        return this;
    }

    TlsPeer gets(byte[] expected) {
        assertThat(next(expected.length)).as("bytes received").isEqualTo(expected);
        return this;
    }

    private byte[] next(int length) {
        try {
            return socket.getInputStream().readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Now comes close_notify and nothing before it. */
    TlsPeer getsEnd() {
        assertThat(next(1)).as("bytes before close_notify").isEmpty();
        return this;
    }

    /** The server refuses the handshake, and says so. */
    void getsAlert() {
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> socket.getInputStream().read())
                .withMessageContaining("alert");
    }

    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
