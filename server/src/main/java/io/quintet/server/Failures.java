package io.quintet.server;

import io.quintet.config.Answering;
import io.quintet.config.ErrorPolicy;
import io.quintet.protocol.CloseReason;
import io.quintet.protocol.FrameError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a connection when a logic or a frame is wrong: by {@code on-logic-error} and {@code on-bad-frame}.
 * Each method says whether the next request may follow. Confined to the connection's event loop.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final ErrorPolicy IN_WORDS = new ErrorPolicy.Reply("ERR {reason}: {detail}");

    private final Parts parts;

    Failures(Parts parts) {
        this.parts = parts;
    }

    private static ErrorPolicy onLogicError(Answering answering) {
        return inWords(answering.onLogicError(), answering.telnet());
    }

    private static ErrorPolicy onBadFrame(Answering answering) {
        return inWords(answering.onBadFrame(), answering.telnet());
    }

    /** A person at a terminal is told in words unless another policy was asked for. */
    private static ErrorPolicy inWords(ErrorPolicy policy, boolean telnet) {
        return telnet && policy instanceof ErrorPolicy.Close ? IN_WORDS : policy;
    }

    /** Whether a failed request can get an answer, which need not be as long as the request. */
    static boolean mayReply(Answering answering) {
        return onLogicError(answering) instanceof ErrorPolicy.Reply;
    }

    /** A logic threw when it was told of the connection: there is no request yet that would go unanswered. */
    void beginningFailed(Throwable failure, AnswerWriter writer) {
        LOG.debug("logic failed", failure);
        handle(CloseReason.LOGIC_ERROR, describe(failure), writer);
    }

    /** A logic threw, or its stage failed. */
    boolean logicFailed(Throwable failure, AnswerWriter writer) {
        LOG.debug("logic failed", failure);
        return failed(CloseReason.LOGIC_ERROR, describe(failure), writer);
    }

    /** A logic's answer does not fit into its header. */
    boolean answerTooLong(AnswerWriter writer) {
        String detail = "answer longer than its header can say (expected: at most "
                + writer.frames().maxPayload() + " bytes)";
        return failed(CloseReason.ANSWER_TOO_LONG, detail, writer);
    }

    /** A logic did not answer in time. */
    boolean logicTimedOut(AnswerWriter writer) {
        return failed(CloseReason.LOGIC_TIMEOUT, "no answer in time", writer);
    }

    /** A logic asked for the end. */
    boolean closedByLogic() {
        parts.closing().decide(CloseReason.CLOSED_BY_LOGIC, "");
        return false;
    }

    /** Bytes that are no frame: there is no way back, but perhaps a last word. */
    void badFrame(FrameError error, AnswerWriter writer) {
        parts.closing().decide(error.reason(), error.describe());
        if (onBadFrame(parts.service().answering()) instanceof ErrorPolicy.Reply reply) {
            writer.write(parts.output().buffer(), fill(reply, error.reason(), error.detail()));
        }
    }

    private boolean failed(CloseReason reason, String detail, AnswerWriter writer) {
        if (!mayReply(parts.service().answering())) {
            parts.tally().unanswered();
        }
        return handle(reason, detail, writer);
    }

    private boolean handle(CloseReason reason, String detail, AnswerWriter writer) {
        parts.tally().failed(reason);
        ErrorPolicy policy = onLogicError(parts.service().answering());
        if (policy instanceof ErrorPolicy.Reply reply) {
            LOG.debug("{} answered by {}: {}", reason.code(), reply, detail);
            writer.write(parts.output().buffer(), fill(reply, reason, detail));
            return true;
        }
        if (policy instanceof ErrorPolicy.Drop) {
            LOG.debug("{} dropped: {}", reason.code(), detail);
            return true;
        }
        parts.closing().decide(reason, detail);
        return false;
    }

    private static String fill(ErrorPolicy.Reply reply, CloseReason reason, String detail) {
        return reply.template().replace("{reason}", reason.code()).replace("{detail}", detail);
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getName()
                : failure.getClass().getName() + ": " + message;
    }
}
