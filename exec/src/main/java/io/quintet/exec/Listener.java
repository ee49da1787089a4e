package io.quintet.exec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quintet.logic.Reply;
import io.quintet.protocol.Found;
import io.quintet.protocol.FrameScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads answers from a process's stdout and gives each to the oldest request in flight. */
final class Listener {
    private static final int LEAST_READ = 8 * 1024;
    private static final int MOST_READ = 64 * 1024;
    private static final int KEPT_BYTES = 256 * 1024;

    private final InputStream stdout;
    private final FrameScanner scanner;
    private final InFlight inFlight;
    private final Semaphore room;
    private final AtomicLong answers = new AtomicLong();

    Listener(InputStream stdout, Workshop workshop, InFlight inFlight, Semaphore room) {
        this.stdout = stdout;
        this.scanner = workshop.settings().framing().newScanner();
        this.inFlight = inFlight;
        this.room = room;
    }

    /** The number of answers so far. */
    long answers() {
        return answers.get();
    }

    /**
     * Listens until there is nothing more to be had.
     *
     * @param firstAnswer run once
     * @return what was wrong with the output; null where it just ended
     */
    @Nullable
    String listen(Runnable firstAnswer) throws IOException {
        ByteBuf in = Unpooled.buffer(LEAST_READ);
        int wanted = LEAST_READ;
        while (in.writeBytes(stdout, wanted) >= 0) {
            long before = answers.get();
            Found last = takeAnswers(in);
            if (last == Found.FRAME) {
                return "an answer that no request was for";
            }
            if (last == Found.MALFORMED) {
                return "malformed output: " + scanner.error().describe();
            }
            if (before == 0 && answers.get() > 0) {
                firstAnswer.run();
            }
            in = withoutRead(in);
            wanted = Math.max(LEAST_READ, Math.min(MOST_READ, scanner.missing()));
        }
        return null;
    }

    /** Room is given back at the end, so that a worker that says too much is not taken to answer what comes next. */
    private Found takeAnswers(ByteBuf in) {
        int taken = 0;
        Found found = scanner.next(in);
        while (found == Found.FRAME) {
            Job job = inFlight.next();
            if (job == null) {
                break;
            }
            job.reply().complete(Reply.of(ByteBufUtil.getBytes(in, scanner.payloadStart(), scanner.payloadLength())));
            taken++;
            found = scanner.next(in);
        }
        answers.addAndGet(taken);
        room.release(taken);
        return found;
    }

    private static ByteBuf withoutRead(ByteBuf in) {
        if (in.isReadable()) {
            return in.discardReadBytes();
        }
        return in.capacity() > KEPT_BYTES ? Unpooled.buffer(LEAST_READ) : in.clear();
    }
}
