package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.quintet.config.Rates;
import io.quintet.protocol.CloseReason;
import io.quintet.protocol.Found;
import io.quintet.protocol.FrameError;
import io.quintet.protocol.FrameScanner;
import io.quintet.protocol.Framing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection and their answers: finds the frames in what was read, sends each down the
 * {@link AnswerPath}, pauses where it must and ends when all that was due is answered. Confined to the connection's event
 * loop.
 */
final class Exchange {
    private final Parts parts;
    private final Failures failures;
    private final Decoding decoding;
    private final ConnectionTimes times;
    private final Brakes brakes;
    private @Nullable Runnable ending;
    private boolean inputEnded;
    private boolean undecoded;
    private boolean busy;

    Exchange(Parts parts) {
        this.parts = parts;
        this.failures = new Failures(parts);
        this.decoding = new Decoding(this);
        this.times = new ConnectionTimes(this);
        this.brakes = new Brakes(parts);
        limitRates(parts.service().rates());
    }

    /** Called once, before the first read. */
    void connected() {
        try {
            decoding.chain().connected(parts.peer());
        } catch (Throwable failure) {
            failures.beginningFailed(failure, writer());
            proceed();
        }
    }

    /** Takes over bytes that were read. */
    void received(ByteBuf read) {
        if (parts.closing().isDecided() || ending != null) {
            parts.closing().discard(read);
        } else if (parts.pauses().allowDecoding() && !decoding.isSwitching()) {
            decode(parts.input().received(read));
            proceed();
        } else {
            parts.input().keep(parts.input().received(read));
            undecoded = true;
            brakes.flood().ifPresent(detail -> abort(CloseReason.REFUSED_OVERLOAD, detail));
        }
    }

    /** The peer will send no more. */
    void inputEnded() {
        inputEnded = true;
        parts.pauses().add(Pauses.Reason.INPUT_ENDED);
        parts.closing().inputEnded();
        proceed();
    }

    /** Something that was waited for has happened: a late answer, room in the write buffer. */
    void proceed() {
        if (busy) {
            return;
        }
        busy = true;
        try {
            parts.output().flush();
            while (canDecode()) {
                decode(parts.input().takeRest());
            }
            endWhenAnswered();
        } finally {
            busy = false;
        }
    }

    /** Goes on with what waits, if it waited for something that time brings. */
    void proceedInTime(long now) {
        if (brakes.mayHaveEnded(now)) {
            proceed();
        }
    }

    /** Has the peer send no faster than {@code rates} from now on. */
    void limitRates(Rates rates) {
        brakes.limit(rates, decoding.scanner());
    }

    /** Ends the connection for {@code reason} as soon as all requests received so far are answered. */
    void end(CloseReason reason, String detail) {
        if (ending == null) {
            ending = () -> parts.closing().decide(reason, detail);
            undecoded = false;
        }
        proceed();
    }

    /** The incomplete frame that was received has been so for {@code time}, which is too long. */
    void frameTimedOut(String time) {
        ByteBuf rest = parts.input().takeRest();
        FrameError error = decoding.scanner().timeout(rest);
        rest.release();
        end(error.reason(), error.describe() + ", after " + time);
    }

    /** Whether frames are being answered right now, by whoever called this. */
    boolean isBusy() {
        return busy;
    }

    /** Ends the connection as a logic asked for: with what is written, but not with what is still being answered. */
    void closedByLogic() {
        decoding.interrupt();
        failures.closedByLogic();
        proceed();
    }

    /** Writes a frame that is no answer. */
    void push(byte[] payload) {
        if (!parts.closing().isStarted()) {
            writer().write(parts.output().buffer(), payload);
            proceed();
        }
    }

    /** Reads and writes in {@code framing} from the next frame on. */
    void switchFraming(Framing framing) {
        decoding.switchFraming(framing);
        proceed();
    }

    private boolean canDecode() {
        if (parts.closing().isDecided() || ending != null) {
            return false;
        }
        undecoded |= decoding.refresh() && parts.input().waiting() > 0;
        brakes.apply(inFlight(), decoding.scanner());
        return undecoded && parts.pauses().allowDecoding() && !decoding.isSwitching();
    }

    /** Decodes {@code in}, which it takes over. What that sets off on this connection waits until it is done. */
    private void decode(ByteBuf in) {
        boolean outermost = !busy;
        busy = true;
        FrameScanner scanner = decoding.scanner();
        long framesBefore = scanner.frames();
        Found last;
        try {
            last = decoding.decode(in);
        } finally {
            busy = !outermost;
        }
        undecoded = last == Found.FRAME && parts.input().waiting() > 0;
        if (last == Found.MALFORMED) {
            FrameError error = scanner.error();
            ending = () -> failures.badFrame(error, writer());
        }
        times.read(scanner.frames() != framesBefore, last == Found.INCOMPLETE && scanner.midFrame());
    }

    private void endWhenAnswered() {
        if (ending == null && inputEnded && !undecoded) {
            ByteBuf rest = parts.input().takeRest();
            FrameError error = decoding.scanner().endOfInput(rest);
            rest.release();
            ending = () -> parts.closing().decide(error.reason(), error.describe());
        }
        if (ending != null && inFlight() == 0 && !parts.closing().isDecided()) {
            ending.run();
        }
        if (parts.closing().isDecided()) {
            parts.service().unanswered(decoding.path().abandon());
            parts.input().release();
            startClosing();
        }
    }

    /** What was pushed before the decision is written before the end. */
    private void startClosing() {
        if (parts.peer().isPushing()) {
            parts.peer().eventLoop().execute(parts.closing()::start);
        } else {
            parts.closing().start();
        }
    }

    /** Ends the connection at once. */
    void abort(CloseReason reason, String detail) {
        parts.closing().abort(reason, detail);
    }

    /** The connection is gone: gives back what it held; how many requests stay unanswered. */
    int release() {
        Closing closing = parts.closing();
        closing.decide(inputEnded ? CloseReason.EOF : CloseReason.PEER_RESET, "");
        parts.input().release();
        parts.output().release();
        return decoding.end(closing.reason().code());
    }

    /** Whether all that was read is decoded and answered, but for an incomplete frame. */
    boolean isSettled() {
        return !undecoded && inFlight() == 0 && parts.pauses().allowDecoding();
    }

    int inFlight() {
        return decoding.path().inFlight();
    }

    void timeOutCalls(Duration timeout) {
        decoding.path().timeOut(timeout);
    }

    Parts parts() {
        return parts;
    }

    Failures failures() {
        return failures;
    }

    AnswerWriter writer() {
        return decoding.writer();
    }

    LoopClock.Watcher times() {
        return times;
    }
}
