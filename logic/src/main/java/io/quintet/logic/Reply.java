package io.quintet.logic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What an {@link AsyncLogic} or {@link BlockingLogic} gives back: an answer, which may be empty, or none; and whether to close. */
public final class Reply {
    private static final Reply NONE = new Reply(Optional.empty(), false);
    private static final Reply CLOSE = new Reply(Optional.empty(), true);

    private final Optional<byte[]> payload;
    private final boolean closes;

    private Reply(Optional<byte[]> payload, boolean closes) {
        this.payload = payload;
        this.closes = closes;
    }

    /** An answer of these bytes, which the caller no longer changes. */
    public static Reply of(byte[] payload) {
        return new Reply(Optional.of(payload), false);
    }

    /** An answer of this text in UTF-8. */
    public static Reply of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** No answer at all; the next request is served. */
    public static Reply none() {
        return NONE;
    }

    /** No answer, and the connection closes as {@code closed-by-logic} once earlier answers are out. */
    public static Reply close() {
        return CLOSE;
    }

    /** This reply, after which the connection closes as {@code closed-by-logic}. */
    public Reply thenClose() {
        return new Reply(payload, true);
    }

    /** The answer's bytes; absent where there is none. */
    public Optional<byte[]> payload() {
        return payload;
    }

    /** Whether the connection closes after this reply. */
    public boolean closes() {
        return closes;
    }

    @Override
    public String toString() {
        return payload.map(Arrays::toString).orElse("none") + (closes ? ", then close" : "");
    }
}
