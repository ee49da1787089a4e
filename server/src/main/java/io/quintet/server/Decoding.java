package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.quintet.protocol.Found;
import io.quintet.protocol.FrameScanner;
import io.quintet.protocol.Framing;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames in what one connection received and sends each down the {@link AnswerPath}. Holds what may change
 * between two frames: the framing, the logic, and with them the path. Confined to the connection's event loop.
 */
final class Decoding {
    private final Exchange exchange;
    private Chain chain;
    private Wire wire;
    private AnswerPath path;
    private @Nullable Framing nextFraming;
    private boolean interrupted;
    private int keepalives;

    Decoding(Exchange exchange) {
        Service service = exchange.parts().service();
        this.exchange = exchange;
        this.chain = service.useChain();
        this.wire = service.newWire();
        this.path = service.newPath(exchange, wire, chain);
    }

    /** Reads and writes in {@code framing} from the next frame on. */
    void switchFraming(Framing framing) {
        nextFraming = framing;
        interrupted = true;
    }

    /** Has no frame follow the one that is being answered. */
    void interrupt() {
        interrupted = true;
    }

    /** Whether another framing waits for the answers that are due in this one. */
    boolean isSwitching() {
        return nextFraming != null;
    }

    /** Takes up a framing or a logic that has changed; whether what is left undecoded now reads differently. */
    boolean refresh() {
        if (service().hasNewerThan(chain)) {
            useNewerChain();
        }
        if (nextFraming == null || path.inFlight() > 0) {
            return false;
        }
        wire = wire.continuedIn(nextFraming);
        nextFraming = null;
        interrupted = false;
        path = service().newPath(exchange, wire, chain);
        return true;
    }

    private Service service() {
        return exchange.parts().service();
    }

    private void useNewerChain() {
        Chain newer = service().useChain();
        if (path.inFlight() == 0) {
            path = service().newPath(exchange, wire, newer);
        } else {
            path.use(newer);
        }
        chain.release();
        chain = newer;
    }

    /**
     * Answers the frames of {@code in}, which it takes over, and keeps the bytes it leaves.
     *
     * @return what stopped it: {@code FRAME} where something stood in the way and more frames may follow
     */
    Found decode(ByteBuf in) {
        FrameScanner scanner = wire.scanner();
        long framesBefore = scanner.frames();
        keepalives = 0;
        path.begin(in);
        try {
            return answerAll(in, scanner);
        } finally {
            int requests = (int) (scanner.frames() - framesBefore) - keepalives;
            exchange.parts().tally().found(requests);
            path.finish(in, requests);
        }
    }

    private Found answerAll(ByteBuf in, FrameScanner scanner) {
        while (true) {
            Found found = scanner.next(in);
            boolean goesOn = switch (found) {
                case FRAME -> path.answer(in, scanner);
                case ECHO -> path.echo(in, scanner);
                case KEEPALIVE -> keepAlive();
                case INCOMPLETE, MALFORMED -> false;
            };
            if (!goesOn || interrupted) {
                return found == Found.ECHO || found == Found.KEEPALIVE ? Found.FRAME : found;
            }
        }
    }

    private boolean keepAlive() {
        keepalives++;
        return true;
    }

    /** The connection has ended: gives up what is in flight; how many requests stay unanswered. */
    int end(String reason) {
        int unanswered = path.abandon();
        chain.disconnected(exchange.parts().peer(), reason);
        chain.release();
        return unanswered;
    }

    Chain chain() {
        return chain;
    }

    FrameScanner scanner() {
        return wire.scanner();
    }

    AnswerWriter writer() {
        return wire.writer();
    }

    AnswerPath path() {
        return path;
    }
}
