package io.quintet.client;

import io.netty.handler.ssl.NotSslRecordException;
import io.quintet.protocol.FrameError;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;

/** The words for what goes wrong with one server. */
final class Failures {
    private final ServerAddress address;
    private final long timeoutMillis;

    Failures(ClientSettings settings) {
        this.address = settings.address();
        this.timeoutMillis = settings.limits().timeout().toMillis();
    }

    /** Whether trying again can only fail the same way. */
    static boolean isFinal(ClientException why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof NotSslRecordException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server ended the connection between two frames, as it does when all is said. */
    static boolean isOrderly(ClientException why) {
        return why.error() == ClientError.CONNECTION_LOST && why.getCause() == null;
    }

    ClientException cannotConnect(Throwable cause) {
        return new ClientException(
                ClientError.CANNOT_CONNECT,
                "connect " + address + ": " + words(cause) + " (expected: a server that accepts)",
                false,
                cause);
    }

    ClientException connectedToItself() {
        return new ClientException(
                ClientError.CANNOT_CONNECT, "connect " + address + ": met itself (expected: a server that accepts)");
    }

    ClientException handshake(Throwable cause) {
        return new ClientException(
                ClientError.TLS_HANDSHAKE,
                "tls handshake with " + address + ": " + words(cause)
                        + " (expected: a server that speaks TLS and is trusted)",
                false,
                cause);
    }

    ClientException closedByServer() {
        return lost("closed by the server");
    }

    ClientException malformed(FrameError error) {
        return new ClientException(
                ClientError.MALFORMED_ANSWER,
                "answer from " + address + ": " + error.reason().code() + ", " + error.describe(),
                true,
                null);
    }

    ClientException broken(Throwable cause) {
        return new ClientException(
                ClientError.CONNECTION_LOST,
                "connection to " + address + ": " + words(cause) + " (expected: to stay open for the answers)",
                true,
                cause);
    }

    ClientException closedAfterTimeout() {
        return lost("closed since an earlier request got no answer in time");
    }

    ClientException unexpected(int bytes) {
        return new ClientException(
                ClientError.UNEXPECTED_ANSWER,
                "answer from " + address + ": a frame of " + bytes
                        + " bytes that answers nothing (expected: one answer a request, or a push listener)");
    }

    ClientException timeout(boolean sent) {
        return new ClientException(
                ClientError.TIMEOUT,
                "answer from " + address + ": none within " + timeoutMillis + " ms (expected: "
                        + (sent ? "one" : "a connection") + ")",
                sent,
                null);
    }

    ClientException closed() {
        return new ClientException(
                ClientError.CLOSED, "client to " + address + ": closed (expected: open when a request is made)");
    }

    private ClientException lost(String how) {
        return new ClientException(
                ClientError.CONNECTION_LOST,
                "connection to " + address + ": " + how + " (expected: to stay open for the answers)",
                true,
                null);
    }

    /** What a failure says, shorter than it says it. */
    private static String words(Throwable cause) {
        Throwable root = rootOf(cause);
        if (root instanceof UnknownHostException) {
            return "unknown host";
        }
        if (root instanceof ConnectException
                && String.valueOf(root.getMessage()).contains("refused")) {
            return "connection refused";
        }
        if (root instanceof ClosedChannelException || root instanceof EOFException) {
            return "closed by the server";
        }
        String message = root.getMessage();
        return message == null || message.isEmpty() ? root.getClass().getSimpleName() : uncapitalized(message);
    }

    private static String uncapitalized(String text) {
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static Throwable rootOf(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && !(root instanceof ConnectException)) {
            root = root.getCause();
        }
        return root;
    }
}
