package io.quintet.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A client that knows nothing but bytes. In its text each character stands for one byte. Every wait is bounded: an answer
 * that does not come, or a reset where a FIN is due, fails the test.
 */
public final class RawPeer implements AutoCloseable {
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

    /** Connects. */
    public static RawPeer connect(SocketAddress server) {
        return connect(server, 0);
    }

    /** Connects with a receive buffer of about that many bytes, so that it is soon full. */
    public static RawPeer connect(SocketAddress server, int receiveBuffer) {
        try {
            return new RawPeer(server, receiveBuffer);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Sends text at once. */
    public RawPeer send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes at once. */
    public RawPeer send(byte[] bytes) {
        return doing(() -> socket.getOutputStream().write(bytes));
    }

    /** Sends FIN: half-closes. */
    public RawPeer finish() {
        return doing(socket::shutdownOutput);
    }

    /** Ends with RST. */
    public void reset() {
        doing(() -> socket.setSoLinger(true, 0));
        close();
    }

    /** The next bytes are these. */
    public RawPeer gets(String expected) {
        String received = text(next(expected.length()));
        if (!received.equals(expected)) {
            throw new AssertionError("received: " + received + " (expected: " + expected + ")");
        }
        return this;
    }

    /** The next bytes are these, perhaps too many to be printed. */
    public RawPeer gets(byte[] expected) {
        byte[] received = next(expected.length);
        int wrong = Arrays.mismatch(received, expected);
        if (wrong >= 0) {
            throw new AssertionError("received: " + received.length + " bytes, the first wrong one at " + wrong
                    + " (expected: " + expected.length + " bytes)");
        }
        return this;
    }

    /** Now comes FIN: no byte before it, and no reset in its place. */
    public RawPeer getsEnd() {
        String before = untilEnd();
        if (!before.isEmpty()) {
            throw new AssertionError("received: " + before + " (expected: FIN)");
        }
        return this;
    }

    /** All that comes before FIN. */
    public String untilEnd() {
        return text(next(Integer.MAX_VALUE));
    }

    /** The next {@code most} bytes, or those before FIN. */
    public byte[] next(int most) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] chunk = new byte[64 * 1024];
        try {
            int length = 0;
            while (received.size() < most && length >= 0) {
                length = socket.getInputStream().read(chunk, 0, Math.min(chunk.length, most - received.size()));
                received.write(chunk, 0, Math.max(length, 0));
            }
        } catch (SocketTimeoutException silence) {
            throw new AssertionError("silence for " + PATIENCE_MILLIS + " ms; " + so(received), silence);
        } catch (IOException reset) {
            throw new AssertionError(reset.getMessage() + "; " + so(received), reset);
        }
        return received.toByteArray();
    }

    private static String so(ByteArrayOutputStream received) {
        String all = text(received.toByteArray());
        return "so far " + all.length() + " bytes: " + all.substring(0, Math.min(200, all.length()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** For what else a socket can do. */
    public Socket socket() {
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
