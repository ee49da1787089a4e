package io.quintet.protocol;

/** A framing expression that names no framing. The message points at the word that is wrong. */
public final class FramingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String word;
    private final int position;

    FramingException(String expression, int position, String word, String expected) {
        super("framing: " + pointAt(word, expression) + " (expected: " + expected + ")");
        this.word = word;
        this.position = position;
    }

    FramingException(String word, String expected) {
        super("framing: " + PeerBytes.quote(word) + " (expected: " + expected + ")");
        this.word = word;
        this.position = 0;
    }

    private static String pointAt(String word, String expression) {
        String shown = word.isEmpty() ? "an empty word" : PeerBytes.quote(word);
        return word.equals(expression) ? shown : shown + " in " + PeerBytes.quote(expression);
    }

    /** The word that is wrong, as it was given. */
    public String word() {
        return word;
    }

    /** Where the word starts in the expression, counted from 0. */
    public int position() {
        return position;
    }
}
