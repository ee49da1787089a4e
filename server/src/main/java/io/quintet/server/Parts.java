package io.quintet.server;

/** The parts of one connection that its {@link Exchange} and its {@link AnswerPath} work with. */
record Parts(PeerConnection peer, Input input, Output output, Pauses pauses, Closing closing, Tally tally) {
    /** Bytes received and not decoded, and bytes answered and not sent. */
    long held() {
        return input.waiting() + output.unsent();
    }
}
