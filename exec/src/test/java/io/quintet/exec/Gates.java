package io.quintet.exec;

import java.nio.file.Path;

/** Commands that wait for a file to appear. */
final class Gates {
    private Gates() {}

    /** Answers each request by itself once {@code gate} exists. */
    static String catBehind(Path gate) {
        return "sh -c 'while [ ! -e \"$1\" ]; do sleep 0.01; done; exec cat' sh '" + gate + "'";
    }

    /** Ends at once unless {@code gate} exists. */
    static String catOnlyWith(Path gate) {
        return "sh -c 'test -e \"$1\" && exec cat' sh '" + gate + "'";
    }
}
