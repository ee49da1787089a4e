package io.quintet.protocol;

/**
 * How a frame says where it ends: the first word of a framing expression and the options that go with it.
 *
 * <p>A new form is a record here with its {@link FrameScanner} and {@link FrameWriter}, and a line in the parser.
 */
public sealed interface HeaderForm {
    /** The largest length that any form announces: beyond it no buffer index is safe. */
    int LARGEST = 1 << 30;

    /** The largest payload that a header of this form can announce. */
    int largestPayload();

    /** Whether an answer of the request's size has byte for byte the request's header and trailer. */
    boolean answersInPlace();

    /** Whether CR and LF between frames can be told from the frames' own bytes. */
    boolean skipsLineBreaks();

    /** A scanner for one connection. */
    FrameScanner newScanner(Framing framing);

    /** A writer for any number of connections. */
    FrameWriter newWriter();

    /** The payload's length in ASCII digits. */
    record Ascii(int digits, boolean countsItself, Padding padding) implements HeaderForm {
        /** Checks the number of digits: 1 to 9. */
        public Ascii {
            if (digits < 1 || digits > 9) {
                throw new FramingException("ascii:" + digits, "ascii:1 to ascii:9");
            }
        }

        @Override
        public int largestPayload() {
            return Decimal.largest(digits) - (countsItself ? digits : 0);
        }

        @Override
        public boolean answersInPlace() {
            return padding == Padding.ZERO;
        }

        @Override
        public boolean skipsLineBreaks() {
            return true;
        }

        @Override
        public FrameScanner newScanner(Framing framing) {
            return padding == Padding.ZERO
                    ? new AsciiScanner(framing, digits, countsItself)
                    : new PaddedAsciiScanner(framing, digits, countsItself);
        }

        @Override
        public FrameWriter newWriter() {
            return new AsciiWriter(this);
        }

        @Override
        public String toString() {
            return "ascii:" + digits + (countsItself ? ",incl" : "") + (padding == Padding.SPACE ? ",pad=space" : "");
        }
    }

    /** What fills an ASCII header up on the left. */
    enum Padding {
        /** {@code 00003}. */
        ZERO,
        /** Spaces, as in {@code "    3"}; read on either side of the digits, written on the left. */
        SPACE
    }

    /** The payload's length as an unsigned binary number. */
    record Binary(int bytes, boolean littleEndian, boolean countsItself) implements HeaderForm {
        /** Checks the number of bytes: 1 to 4. */
        public Binary {
            if (bytes < 1 || bytes > 4) {
                throw new FramingException("bin:" + bytes, "bin:1, bin:2, bin:3 or bin:4");
            }
        }

        @Override
        public int largestPayload() {
            return bytes == 4 ? LARGEST : (1 << (8 * bytes)) - 1 - (countsItself ? bytes : 0);
        }

        @Override
        public boolean answersInPlace() {
            return true;
        }

        @Override
        public boolean skipsLineBreaks() {
            return false;
        }

        @Override
        public FrameScanner newScanner(Framing framing) {
            return new BinaryScanner(framing, this);
        }

        @Override
        public FrameWriter newWriter() {
            return new BinaryWriter(this);
        }

        @Override
        public String toString() {
            return "bin:" + bytes + (littleEndian ? ",le" : "") + (countsItself ? ",incl" : "");
        }
    }

    /** A netstring: {@code 3:abc,}. */
    record Netstring() implements HeaderForm {
        @Override
        public int largestPayload() {
            return LARGEST;
        }

        @Override
        public boolean answersInPlace() {
            return true;
        }

        @Override
        public boolean skipsLineBreaks() {
            return true;
        }

        @Override
        public FrameScanner newScanner(Framing framing) {
            return new NetstringScanner(framing);
        }

        @Override
        public FrameWriter newWriter() {
            return new NetstringWriter();
        }

        @Override
        public String toString() {
            return "netstring";
        }
    }

    /** A line: the payload ends at LF, and a CR before it is dropped. */
    record Line(LineEnd end) implements HeaderForm {
        @Override
        public int largestPayload() {
            return LARGEST;
        }

        @Override
        public boolean answersInPlace() {
            return false;
        }

        @Override
        public boolean skipsLineBreaks() {
            return true;
        }

        @Override
        public FrameScanner newScanner(Framing framing) {
            return new LineScanner(framing);
        }

        @Override
        public FrameWriter newWriter() {
            return new LineWriter(end);
        }

        @Override
        public String toString() {
            return end == LineEnd.CRLF ? "line" : "line:lf";
        }
    }

    /** What an answer's line ends in. */
    enum LineEnd {
        /** CR LF. */
        CRLF,
        /** LF alone. */
        LF
    }

    /** No frames: what one read brings is one payload, and answers are written bare. */
    record Raw() implements HeaderForm {
        @Override
        public int largestPayload() {
            return LARGEST;
        }

        @Override
        public boolean answersInPlace() {
            return true;
        }

        @Override
        public boolean skipsLineBreaks() {
            return false;
        }

        @Override
        public FrameScanner newScanner(Framing framing) {
            return new RawScanner(framing);
        }

        @Override
        public FrameWriter newWriter() {
            return new RawWriter();
        }

        @Override
        public String toString() {
            return "raw";
        }
    }
}
