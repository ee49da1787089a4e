package io.quintet.server;

import java.util.Locale;

/**
 * What a server in {@code ascii:N} answers that reverses payloads, one byte after the other, straight from the protocol's
 * text: what a connection is judged against. It shares no code with the server.
 */
final class PlainServer {
    /** What the text calls a framing's options. */
    record Options(int digits, boolean incl, int max, String zero, boolean skip) {
        /** The notation of it. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "ascii:%d%s,max=%d,zero=%s,crlf=%s",
                    digits,
                    incl ? ",incl" : "",
                    max,
                    zero,
                    skip ? "skip" : "reject");
        }
    }

    private final Options options;
    private final String stream;
    private final StringBuilder answers = new StringBuilder();
    private int at;
    private int emptyInARow;

    private PlainServer(Options options, String stream) {
        this.options = options;
        this.stream = stream;
    }

    /** All answers, a space, and the reason that the connection closes for. */
    static String answer(Options options, byte[] stream) {
        PlainServer server = new PlainServer(options, RawPeer.text(stream));
        String reason = "";
        while (reason.isEmpty()) {
            reason = server.next();
        }
        return server.answers + " " + reason;
    }

    /** Takes what is skipped and one frame; why the connection closes, or nothing. */
    private String next() {
        int start = at;
        while (at < stream.length() && isSkipped(start)) {
            if (at - start == 1024) {
                return "bad-header";
            }
            at++;
        }
        if (at == stream.length()) {
            return "eof";
        }
        int value = 0;
        for (int i = 0; i < options.digits(); i++, at++) {
            if (at == stream.length()) {
                return "eof-in-header";
            }
            if (stream.charAt(at) < '0' || stream.charAt(at) > '9') {
                return "bad-header";
            }
            value = 10 * value + stream.charAt(at) - '0';
        }
        return take(options.incl() ? value - options.digits() : value);
    }

    private boolean isSkipped(int start) {
        char one = stream.charAt(at);
        boolean afterReturn = at > start && stream.charAt(at - 1) == '\r';
        return options.skip() && (one == '\r' || one == '\n' || (one == 0 && afterReturn));
    }

    private String take(int length) {
        if (length < 0) {
            return "bad-length";
        }
        if (length > options.max()) {
            return "too-long";
        }
        if (length > stream.length() - at) {
            return "eof-in-payload";
        }
        if (length == 0) {
            return takeEmpty();
        }
        emptyInARow = 0;
        answer(stream.substring(at, at + length));
        at += length;
        return "";
    }

    private String takeEmpty() {
        emptyInARow++;
        boolean tooMany = options.zero().equals("echo") && emptyInARow > 64;
        if (options.zero().equals("close") || tooMany) {
            return "zero-length";
        }
        if (!options.zero().equals("keepalive")) {
            answer("");
        }
        return "";
    }

    private void answer(String payload) {
        int value = payload.length() + (options.incl() ? options.digits() : 0);
        String digits = "00000000" + value;
        answers.append(digits.substring(digits.length() - options.digits()))
                .append(new StringBuilder(payload).reverse());
    }
}
