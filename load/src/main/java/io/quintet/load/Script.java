package io.quintet.load;

import io.quintet.client.AnswerFraming;
import io.quintet.protocol.Framing;

/**
 * What every connection sends and should receive, as bytes. Immutable; safe from any thread.
 *
 * @param requests frame by frame
 * @param answers the answer to each; where any answer is right, the requests once more
 * @param exchanges where they come from
 * @param answerFraming how answers are read
 */
record Script(FrameRing requests, FrameRing answers, Exchanges exchanges, Framing answerFraming) {
    private static final long MOST_BYTES = 8 << 20;

    /** With so many frames that all that is in flight on a connection is mostly in one piece. */
    static Script of(LoadPlan plan) {
        Exchanges exchanges = plan.exchanges();
        Framing framing = plan.target().framing();
        int rounds = rounds(exchanges, plan.shape().pipeline());
        var requests = new FrameRing(framing, exchanges.payloads(), rounds);
        var answers = exchanges.areChecked() ? new FrameRing(framing, exchanges.answers(), rounds) : requests;
        return new Script(requests, answers, exchanges, AnswerFraming.of(framing));
    }

    private static int rounds(Exchanges exchanges, int pipeline) {
        long bytes = 1;
        for (byte[] payload : exchanges.payloads()) {
            bytes += payload.length;
        }
        long wished = 1L + pipeline / exchanges.payloads().size();
        return (int) Math.max(1, Math.min(wished, MOST_BYTES / bytes));
    }

    FrameCheck newFrameCheck(int first, Faults faults) {
        int index = first % exchanges.payloads().size();
        return new FrameCheck(answerFraming.newScanner(), exchanges.answers(), index, faults);
    }
}
