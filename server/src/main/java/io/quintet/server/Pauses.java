package io.quintet.server;

import io.netty.channel.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why a connection is not being read at the moment. It is read again when the last reason has gone, so that no reason
 * resumes what another one paused. Confined to the connection's event loop.
 */
final class Pauses {
    /** One reason not to read, nor to decode what was already read. */
    enum Reason {
        /** The peer does not read its answers fast enough. */
        WRITE_BUFFER_FULL(1),
        /** As many requests as allowed are being answered. */
        IN_FLIGHT(2),
        /** It holds more than its share of memory, which is short. */
        MEMORY(4),
        /** It has sent faster than it may. */
        RATE(8),
        /** There is nothing more to read. */
        INPUT_ENDED(16);

        private final int bit;

        Reason(int bit) {
            this.bit = bit;
        }

        /** All but the end of input, behind which there is nothing to read. */
        static List<Reason> pausing() {
            return Arrays.stream(values())
                    .filter(reason -> reason != INPUT_ENDED)
                    .toList();
        }

        /** Its name for metrics. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Channel channel;
    private final LoopCounts counts;
    private int reasons;
    private int times;

    Pauses(Channel channel, LoopCounts counts) {
        this.channel = channel;
        this.counts = counts;
    }

    /** Whether what was already read may be decoded: nothing but the end of input stands in the way. */
    boolean allowDecoding() {
        return (reasons & ~Reason.INPUT_ENDED.bit) == 0;
    }

    /** Whether a frame may be late for what the server does; where memory is short, the peers are at it. */
    boolean excuseLateFrames() {
        return has(Reason.WRITE_BUFFER_FULL) || has(Reason.IN_FLIGHT) || has(Reason.RATE);
    }

    /** How often there was a pause. */
    int times() {
        return times;
    }

    boolean has(Reason reason) {
        return (reasons & reason.bit) != 0;
    }

    void add(Reason reason) {
        if (reasons == 0) {
            channel.config().setAutoRead(false);
            times++;
        }
        if (!has(reason)) {
            counts.paused(reason);
        }
        reasons |= reason.bit;
    }

    void remove(Reason reason) {
        if (has(reason)) {
            reasons &= ~reason.bit;
            if (reasons == 0) {
                channel.config().setAutoRead(true);
            }
        }
    }

    /** Adds or removes a reason. */
    void set(Reason reason, boolean pauses) {
        if (pauses) {
            add(reason);
        } else {
            remove(reason);
        }
    }

    /** Reads again whatever the reasons were: what comes will be discarded. */
    void end() {
        reasons = 0;
        channel.config().setAutoRead(true);
    }
}
