package io.quintet.server;

import java.util.regex.Pattern;

/** What the operating system says of a failure, the same on every transport. */
final class SystemWords {
    private static final Pattern NATIVE_CALL = Pattern.compile("^.* failed with error\\(-?\\d+\\): ");

    private SystemWords() {}

    /** The message without the native call that some transports put in front of it. */
    static String of(Throwable failure) {
        return NATIVE_CALL.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
    }
}
