package io.quintet.logic;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where an {@link InlineLogic} appends its answer.
 *
 * <p>Appending nothing gives an empty answer. {@link #none()} gives no answer at all, {@link #thenClose()} closes the
 * connection after it; both together just close. A view, valid during the call; not safe from another thread.
 */
public abstract class Answer {
    private boolean none;
    private boolean closes;

    /** For hosts. */
    protected Answer() {}

    /** Appends one byte. */
    public abstract Answer append(byte value);

    /** Appends {@code length} bytes of {@code source} from {@code offset} on. */
    public abstract Answer append(byte[] source, int offset, int length);

    /** Appends the bytes of {@code payload}. */
    public abstract Answer append(Payload payload);

    /** The number of bytes appended so far. */
    public abstract int length();

    /** Appends all of {@code source}. */
    public final Answer append(byte[] source) {
        return append(source, 0, source.length);
    }

    /** Appends {@code text} in UTF-8. */
    public final Answer append(String text) {
        return append(text, StandardCharsets.UTF_8);
    }

    /** Appends {@code text} in {@code charset}. */
    public final Answer append(String text, Charset charset) {
        return append(text.getBytes(charset));
    }

    /** There is to be no answer; what was appended is dropped. */
    public final void none() {
        none = true;
    }

    /** The connection closes as {@code closed-by-logic} after this answer. */
    public final void thenClose() {
        closes = true;
    }

    /** For hosts: whether {@link #none()} was called. */
    public final boolean isNone() {
        return none;
    }

    /** For hosts: whether {@link #thenClose()} was called. */
    public final boolean closes() {
        return closes;
    }

    /** For hosts: forgets both choices before the next request. */
    protected final void reset() {
        none = false;
        closes = false;
    }
}
