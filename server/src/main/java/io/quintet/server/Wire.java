package io.quintet.server;

import io.quintet.protocol.FrameScanner;
import io.quintet.protocol.Framing;

/**
 * How one connection's bytes become requests, and its answers bytes. A logic can have it changed between two frames.
 *
 * @param scanner this connection's own
 */
record Wire(Framing framing, FrameScanner scanner, AnswerWriter writer) {
    /** A person in telnet is answered in lines, and what telnet says by itself is skipped. */
    Wire {
        if (writer.lineBreaks()) {
            scanner.skipTelnetCommands();
        }
    }

    /** The same connection's further bytes in another framing; the scanner goes on counting. */
    Wire continuedIn(Framing other) {
        AnswerWriter next = new AnswerWriter(other.writer(), writer.lineBreaks());
        return new Wire(other, scanner.continueWith(other), next);
    }

    /** Whether an answer as long as its request can take the request's place, header and all. */
    boolean answersInPlace() {
        return framing.answersInPlace() && !writer.lineBreaks();
    }
}
