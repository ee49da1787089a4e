package io.quintet.server;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Keeps a close_notify waiting until all that came before it is answered: an engine that has seen it writes nothing more,
 * BoringSSL's never and the JDK's not under TLS 1.2 (RFC 5246, section 7.2.1). Confined to its connection's event loop.
 *
 * <p>A record is known by the header in front of it, which is never encrypted. Under TLS 1.2 that says that it is an alert.
 * Under TLS 1.3 an alert looks like data; its length gives it away, if it is padded not at all or as the JDK does. Data that
 * is taken for one waits, and loses nothing.
 */
final class EndOfTls {
    private static final int HEADER = 5;
    private static final int ALERT = 21;
    private static final int DATA = 23;

    /** An alert's two bytes, the hidden type and the tag of the cipher (RFC 8446, section 5.2). */
    private static final int ALERT_AS_DATA = 2 + 1 + 16;

    /** With what the JDK adds to each record (sun.security.ssl.OutputRecord). */
    private static final int ALERT_OF_JDK = ALERT_AS_DATA + 16;

    /** Nobody sends so much behind a close_notify. */
    private static final int MOST_WAITING = 64 * 1024;

    private static final long LOOK_MILLIS = 100;

    private final ScheduledExecutorService loop;
    private final boolean hidden;
    private BooleanSupplier settled = () -> true;
    private Runnable goOn = () -> {};
    private boolean padded = true;
    private boolean waiting;

    /** @param hidden whether also those have to wait that look like data */
    EndOfTls(ScheduledExecutorService loop, boolean hidden) {
        this.loop = loop;
        this.hidden = hidden;
    }

    /**
     * Called when frames may come.
     *
     * @param answered whether all that was received so far is answered and written
     * @param then is run when a record has waited long enough
     */
    void opened(BooleanSupplier answered, Runnable then) {
        settled = answered;
        goOn = then;
    }

    /** Whether the record that {@code in} begins with has to wait. */
    boolean mustWait(ByteBuf in) {
        boolean wait = mayBeEnd(in) && !settled.getAsBoolean();
        if (wait && !waiting) {
            waiting = true;
            lookLater();
        }
        return wait;
    }

    private boolean mayBeEnd(ByteBuf in) {
        if (in.readableBytes() < HEADER || in.readableBytes() > MOST_WAITING) {
            return false;
        }
        int type = in.getUnsignedByte(in.readerIndex());
        int length = in.getUnsignedShort(in.readerIndex() + 3);
        return type == ALERT || (type == DATA && hidden && isShort(length));
    }

    private boolean isShort(int length) {
        return length == ALERT_AS_DATA || (padded && length == ALERT_OF_JDK);
    }

    /** A record of so many bytes was data: if it could have been a padded alert, then this peer's data may have that length. */
    void sawData(int recordLength) {
        padded &= recordLength != HEADER + ALERT_OF_JDK;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** Something was written: perhaps the last answer. */
    void written() {
        if (waiting) {
            loop.execute(this::look);
        }
    }

    private void look() {
        if (waiting && settled.getAsBoolean()) {
            waiting = false;
            goOn.run();
        }
    }

    /** A request that gets no answer is settled without a write. */
    private void lookLater() {
        loop.schedule(
                () -> {
                    look();
                    if (waiting) {
                        lookLater();
                    }
                },
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }
}
