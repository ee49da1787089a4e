package io.quintet.client;

import io.quintet.protocol.Framing;
import io.quintet.protocol.HeaderForm;
import io.quintet.protocol.LineBreaks;
import io.quintet.protocol.ZeroLength;

/**
 * How a client reads what a server that was told the same framing answers. It differs in one thing: a server answers an
 * empty payload whatever a zero length means in requests.
 */
public final class AnswerFraming {
    private AnswerFraming() {}

    /** For the framing that the server was told. */
    public static Framing of(Framing framing) {
        LineBreaks lineBreaks = framing.header() instanceof HeaderForm.Line ? LineBreaks.REJECT : framing.lineBreaks();
        return new Framing(framing.header(), framing.maxPayload(), ZeroLength.DELIVER, lineBreaks);
    }
}
