package io.quintet.cli.send;

/** How answers are shown. */
public enum AnswerFormat {
    /** The payload and a line feed; on a terminal with everything escaped that is not printable. */
    TEXT,
    /** The payload as hex digits, a line each. */
    HEX,
    /** The frame as it is on the wire, with nothing behind it; on a terminal escaped, a line each. */
    FRAME,
    /** One object a line: {@code answer}, {@code bytes}, {@code text} (if it is UTF-8), {@code hex}, {@code micros}. */
    JSON
}
