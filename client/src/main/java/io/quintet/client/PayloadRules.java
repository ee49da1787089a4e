package io.quintet.client;

import io.quintet.protocol.Framing;
import io.quintet.protocol.HeaderForm;
import io.quintet.protocol.LineBreaks;
import io.quintet.protocol.ZeroLength;

/** Which payloads a framing can carry, and which of them are answered: all else would spoil the order of answers. */
final class PayloadRules {
    private final Framing framing;
    private final int most;

    PayloadRules(Framing framing) {
        this.framing = framing;
        this.most = framing.writer().maxPayload();
    }

    /** Checks that the payload makes exactly one frame. */
    void requireOneFrame(byte[] payload) {
        if (payload.length > most) {
            throw refused(payload.length + " bytes", "at most " + most + " with framing " + framing);
        }
        if (framing.header() instanceof HeaderForm.Line) {
            requireNoLineFeed(payload);
        }
    }

    /** Checks that the payload makes exactly one frame and that the server answers it. */
    void requireAnswered(byte[] payload) {
        requireOneFrame(payload);
        if (payload.length == 0 && emptyIsSwallowed()) {
            throw refused("empty", "1 byte or more, since framing " + framing + " never answers an empty one");
        }
    }

    private boolean emptyIsSwallowed() {
        return framing.header() instanceof HeaderForm.Raw
                || framing.zeroLength() == ZeroLength.KEEPALIVE
                || (framing.header() instanceof HeaderForm.Line && framing.lineBreaks() == LineBreaks.SKIP);
    }

    private void requireNoLineFeed(byte[] payload) {
        for (int i = 0; i < payload.length; i++) {
            if (payload[i] == '\n') {
                throw refused("LF at byte " + i, "none with framing " + framing);
            }
        }
    }

    private static ClientException refused(String value, String expected) {
        return new ClientException(ClientError.PAYLOAD_REFUSED, "payload: " + value + " (expected: " + expected + ")");
    }
}
