package io.quintet.exec;

import io.quintet.protocol.Framing;
import io.quintet.protocol.HeaderForm;
import io.quintet.protocol.LineBreaks;
import io.quintet.protocol.ZeroLength;

/** What a framing means between the server and a worker, where an empty answer is an answer. */
final class WorkerFraming {
    private WorkerFraming() {}

    /** @throws IllegalArgumentException for a framing in which answers cannot be told apart */
    static Framing parse(String expression) {
        Framing framing = Framing.parse(expression);
        boolean otherZero = framing.zeroLength() == ZeroLength.ECHO || framing.zeroLength() == ZeroLength.KEEPALIVE;
        if (framing.header() instanceof HeaderForm.Raw || otherZero) {
            throw new IllegalArgumentException(expression);
        }
        LineBreaks lineBreaks = framing.header() instanceof HeaderForm.Line ? LineBreaks.REJECT : framing.lineBreaks();
        return new Framing(framing.header(), framing.maxPayload(), ZeroLength.DELIVER, lineBreaks);
    }

    /** Whether a worker would read {@code request} as one frame. */
    static boolean canSay(Framing framing, byte[] request) {
        return request.length <= framing.writer().maxPayload()
                && !(framing.header() instanceof HeaderForm.Line && contains(request, (byte) '\n'));
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte one : bytes) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }
}
