package io.quintet.cli;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/** A failure below its log line, as Java prints one, but that each message stays on its line and free of control characters. */
final class LogTrace {
    private LogTrace() {}

    static void append(StringBuilder out, IThrowableProxy failure) {
        append(out, "", failure);
    }

    private static void append(StringBuilder out, String heading, @Nullable IThrowableProxy failure) {
        if (failure == null) {
            return;
        }
        line(out, heading + failure.getClassName() + message(failure));
        if (failure.isCyclic()) {
            return;
        }
        StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
        int own = frames.length - failure.getCommonFrames();
        for (int i = 0; i < own; i++) {
            line(out, "\t" + frames[i].getSTEAsString());
        }
        if (failure.getCommonFrames() > 0) {
            line(out, "\t... " + failure.getCommonFrames() + " more");
        }
        for (IThrowableProxy suppressed : failure.getSuppressed()) {
            append(out, "Suppressed: ", suppressed);
        }
        append(out, "Caused by: ", failure.getCause());
    }

    private static String message(IThrowableProxy failure) {
        return failure.getMessage() == null ? "" : ": " + LogLine.oneLine(failure.getMessage());
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append(System.lineSeparator());
    }
}
