package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.quintet.protocol.Found;
import io.quintet.protocol.FrameScanner;
import io.quintet.protocol.PeerBytes;
import javax.net.ssl.SSLException;

/** What went wrong with TLS, in words. */
final class TlsFailure {
    private static final int MOST_SHOWN = 24;

    private TlsFailure() {}

    /** What first bytes seem to be that are no TLS. */
    static String diagnose(ByteBuf in, FrameScanner scanner) {
        boolean frames = scanner.next(in.duplicate()) != Found.MALFORMED;
        String guess = frames
                ? "looks like frames without TLS"
                : scanner.error().diagnosis().orElse("looks like nothing known");
        return "first bytes: " + PeerBytes.hex(in, MOST_SHOWN) + " (expected: a TLS handshake), " + guess;
    }

    /** Why a handshake has failed. */
    static String ofHandshake(Throwable cause, long timeoutMillis) {
        return cause instanceof SslHandshakeTimeoutException
                ? "not done after " + timeoutMillis + " ms (expected: a whole handshake)"
                : innermost(cause);
    }

    /** Whether TLS broke off because of what the peer sent. */
    static boolean isOfPeer(Throwable cause) {
        return cause instanceof SSLException
                || (cause instanceof DecoderException && cause.getCause() instanceof SSLException);
    }

    /** The reason behind all others. */
    static String innermost(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        return inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
    }
}
