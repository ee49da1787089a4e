package io.quintet.load;

import io.quintet.logic.Logic;
import io.quintet.logic.Reply;
import io.quintet.logic.testing.LogicTester;
import io.quintet.protocol.Framing;
import io.quintet.protocol.HeaderForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked, and what the answers should be.
 *
 * @param payloads of the requests, in the order in which each connection sends them, again and again
 * @param answers their answers; empty where any answer is right
 */
public record Exchanges(List<byte[]> payloads, List<byte[]> answers) {
    /** How many payloads are answered twice, to see whether the answers depend on nothing else. */
    private static final int PROVEN = 4;

    /** Keeps copies of the lists. */
    public Exchanges {
        payloads = List.copyOf(payloads);
        answers = List.copyOf(answers);
    }

    /** With no answers to compare: each has to be a frame, no more. */
    public static Exchanges anyAnswer(List<byte[]> payloads) {
        return new Exchanges(payloads, List.of());
    }

    /**
     * With the answers that these logics give, which are run here and then closed.
     *
     * @param framing has to be able to say every answer's length
     */
    public static Exchanges answeredBy(List<Logic> chain, List<byte[]> payloads, Framing framing) {
        List<byte[]> answers = new ArrayList<>(payloads.size());
        try (LogicTester tester = LogicTester.of(chain.toArray(Logic[]::new))) {
            for (byte[] payload : payloads) {
                answers.add(answer(tester, payload, framing));
            }
            for (int i = 0; i < Math.min(PROVEN, payloads.size()); i++) {
                if (!Arrays.equals(answers.get(i), answer(tester, payloads.get(i), framing))) {
                    throw wrong("gives the same payload different answers", "answers that depend on the payload alone");
                }
            }
        }
        return new Exchanges(payloads, answers);
    }

    /** Whether answers are compared. */
    boolean areChecked() {
        return !answers.isEmpty();
    }

    /** Bytes of a payload on average. */
    public double meanPayload() {
        return payloads.stream().mapToInt(payload -> payload.length).average().orElse(0);
    }

    private static byte[] answer(LogicTester tester, byte[] payload, Framing framing) {
        Reply reply = call(tester, payload);
        if (reply.closes()) {
            throw wrong("closes the connection", "one that goes on");
        }
        byte[] answer = reply.payload().orElseThrow(() -> wrong("gives no answer", "an answer to every request"));
        if (answer.length == 0 && framing.header() instanceof HeaderForm.Raw) {
            throw wrong("answers nothing", "at least a byte, since raw has no empty frames");
        }
        if (answer.length > Math.min(framing.maxPayload(), framing.writer().maxPayload())) {
            throw wrong("answers " + answer.length + " bytes", "what " + framing + " can say");
        }
        return answer;
    }

    private static Reply call(LogicTester tester, byte[] payload) {
        try {
            return tester.call(payload);
        } catch (RuntimeException | AssertionError e) {
            throw wrong("fails: " + e, "an answer to every request");
        }
    }

    private static LoadException wrong(String what, String expected) {
        return new LoadException(
                LoadException.Kind.LOGIC,
                "logic: " + what.lines().findFirst().orElse(what) + " (expected: " + expected
                        + "; or count any answer as right)");
    }
}
