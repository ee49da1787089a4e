package io.quintet.config;

/**
 * How requests are answered.
 *
 * @param order in which order answers leave
 * @param onLogicError what follows a logic that fails or takes too long
 * @param onBadFrame what precedes the close after bytes that are no frame; never {@link ErrorPolicy.Drop}
 * @param telnet whether answers end in CRLF and errors are told in words, for a person at a terminal
 */
public record Answering(AnswerOrder order, ErrorPolicy onLogicError, ErrorPolicy onBadFrame, boolean telnet) {
    /** In request order, closing on any error. */
    public static final Answering DEFAULT =
            new Answering(AnswerOrder.REQUEST, new ErrorPolicy.Close(), new ErrorPolicy.Close(), false);

    /** Refuses to go on after a bad frame: there is no way to find the next one. */
    public Answering {
        if (onBadFrame instanceof ErrorPolicy.Drop) {
            throw new SettingException("answers.on-bad-frame", onBadFrame.toString(), "close or reply:TEMPLATE");
        }
    }

    /** The same with another order. */
    public Answering withOrder(AnswerOrder other) {
        return new Answering(other, onLogicError, onBadFrame, telnet);
    }

    /** The same with another policy for a failing logic. */
    public Answering withOnLogicError(ErrorPolicy policy) {
        return new Answering(order, policy, onBadFrame, telnet);
    }

    /** The same with another policy for bad frames. */
    public Answering withOnBadFrame(ErrorPolicy policy) {
        return new Answering(order, onLogicError, policy, telnet);
    }

    /** The same for, or not for, a person at a terminal. */
    public Answering withTelnet(boolean on) {
        return new Answering(order, onLogicError, onBadFrame, on);
    }
}
