package io.quintet.server;

/**
 * The parts of one connection that its {@link Exchange} and its {@link AnswerPath} work with, and what it shares with
 * others: the service, and the loop's context.
 */
record Parts(
        Service service,
        LoopContext loop,
        PeerConnection peer,
        Input input,
        Output output,
        Pauses pauses,
        Closing closing) {
    LoopClock clock() {
        return loop.clock();
    }

    Tally tally() {
        return loop.tally();
    }

    /** Bytes received and not decoded, and bytes answered and not sent. */
    long held() {
        return input.waiting() + output.unsent();
    }
}
