package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A client that knows nothing but bytes. In its text each character stands for one byte. Every wait is bounded: an answer
 * that does not come, or a reset where a FIN is due, fails the test.
 */
final class RawPeer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket = new Socket();

    private RawPeer(SocketAddress server, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(server, PATIENCE_MILLIS);
    }

    static RawPeer connect(SocketAddress server) {
        return connect(server, 0);
    }

    /** With a receive buffer of that many bytes, so that it is soon full. */
    static RawPeer connect(SocketAddress server, int receiveBuffer) {
        try {
            return new RawPeer(server, receiveBuffer);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** As the server's log names this peer. */
    String name() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    RawPeer send(String text) {
        return send(bytes(text));
    }

    RawPeer send(byte[] bytes) {
        return send(bytes, 0, bytes.length);
    }

    RawPeer send(byte[] bytes, int from, int length) {
        return doing(() -> socket.getOutputStream().write(bytes, from, length));
    }

    /** Sends FIN: half-closes. */
    RawPeer finish() {
        return doing(socket::shutdownOutput);
    }

    /** Sends RST. */
    void reset() {
        doing(() -> socket.setSoLinger(true, 0));
        close();
    }

    /** The next bytes are these. */
    RawPeer gets(String expected) {
        assertThat(text(next(expected.length()))).as("bytes received").isEqualTo(expected);
        return this;
    }

    /** The next bytes are these, too many to be printed. */
    RawPeer gets(byte[] expected) {
        byte[] received = next(expected.length);
        assertThat(received.length).as("number of bytes received").isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            if (received[i] != expected[i]) {
                fail("byte " + i + " of " + expected.length + ": " + received[i] + " (expected: " + expected[i] + ")");
            }
        }
        return this;
    }

    /** Now comes FIN: no byte before it, and no reset in its place. */
    RawPeer getsEnd() {
        assertThat(untilEnd()).as("bytes before FIN").isEmpty();
        return this;
    }

    /** All that comes before FIN. */
    String untilEnd() {
        return text(next(Integer.MAX_VALUE));
    }

    /** The next {@code most} bytes, or those before FIN. */
    byte[] next(int most) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] chunk = new byte[64 * 1024];
        try {
            while (received.size() < most) {
                int length = socket.getInputStream().read(chunk, 0, Math.min(chunk.length, most - received.size()));
                if (length < 0) {
                    break;
                }
                received.write(chunk, 0, length);
            }
        } catch (SocketTimeoutException silence) {
            fail("nothing within " + PATIENCE_MILLIS + " ms; " + so(received), silence);
        } catch (IOException reset) {
            fail(reset.getMessage() + "; " + so(received), reset);
        }
        return received.toByteArray();
    }

    private static String so(ByteArrayOutputStream received) {
        String all = text(received.toByteArray());
        return "so far " + all.length() + " bytes: " + all.substring(0, Math.min(200, all.length()));
    }

    /** For this long nothing comes. */
    RawPeer silentFor(Duration time) {
        return doing(() -> {
            socket.setSoTimeout((int) time.toMillis());
            try {
                fail("got " + socket.getInputStream().read() + " (expected: silence)");
            } catch (SocketTimeoutException silence) {
                socket.setSoTimeout(PATIENCE_MILLIS);
            }
        });
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() {
        doing(socket::close);
    }

    private RawPeer doing(Action action) {
        try {
            action.run();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface Action {
        void run() throws IOException;
    }
}
