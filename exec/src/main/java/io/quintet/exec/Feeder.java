package io.quintet.exec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.protocol.FrameWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Writes requests to a process's stdin, never more of them than the process may have at once. */
final class Feeder {
    private static final int BATCH_BYTES = 32 * 1024;
    private static final int KEPT_BYTES = 256 * 1024;

    private final OutputStream stdin;
    private final FrameWriter frames;
    private final JobQueue queue;
    private final InFlight inFlight;
    private final Semaphore room;

    Feeder(OutputStream stdin, Workshop workshop, InFlight inFlight, Semaphore room) {
        this.stdin = stdin;
        this.frames = workshop.settings().framing().writer();
        this.queue = workshop.queue();
        this.inFlight = inFlight;
        this.room = room;
    }

    /** Feeds until it is interrupted or the process has ended; closes stdin. */
    void feed(TimeLimit timeLimit) throws IOException {
        ByteBuf out = Unpooled.buffer(BATCH_BYTES);
        try (stdin) {
            while (true) {
                room.acquire();
                boolean goesOn = fill(out, queue.take());
                timeLimit.watch();
                stdin.write(out.array(), out.arrayOffset(), out.readableBytes());
                stdin.flush();
                if (!goesOn) {
                    return;
                }
                out = out.capacity() > KEPT_BYTES ? Unpooled.buffer(BATCH_BYTES) : out.clear();
            }
        } catch (InterruptedException asked) {
            // Whoever interrupts wants stdin closed and nothing else.
        }
    }

    /** Writes that job's frame and those of others that wait, as far as there is room. Whether the process lives. */
    private boolean fill(ByteBuf out, Job first) {
        Job job = first;
        while (job != null) {
            if (!inFlight.add(job)) {
                queue.putBack(job);
                return false;
            }
            frames.writeFrame(out, job.request());
            job = out.readableBytes() < BATCH_BYTES ? another() : null;
        }
        return true;
    }

    private @Nullable Job another() {
        if (!room.tryAcquire()) {
            return null;
        }
        Job job = queue.poll();
        if (job == null) {
            room.release();
        }
        return job;
    }
}
