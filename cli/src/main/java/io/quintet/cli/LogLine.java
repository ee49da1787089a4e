package io.quintet.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One event as one line: {@code 10:51:36.123 info  message}. A stack trace follows where the program or a logic is at
 * fault. Messages, those of failures too, may have been made of what a peer sent: no control character of theirs passes.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final String PLAIN = "\u001b[0m";

    private final boolean colored;

    LogLine(boolean colored) {
        this.colored = colored;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        Instant instant = Instant.ofEpochMilli(event.getTimeStamp());
        StringBuilder line = new StringBuilder(120)
                .append(TIME.format(LocalTime.ofInstant(instant, ZoneId.systemDefault())))
                .append(' ');
        if (colored) {
            line.append(color(event.getLevel())).append(word(event.getLevel())).append(PLAIN);
        } else {
            line.append(word(event.getLevel()));
        }
        line.append(' ').append(oneLine(event.getFormattedMessage())).append(System.lineSeparator());
        if (event.getThrowableProxy() != null) {
            LogTrace.append(line, event.getThrowableProxy());
        }
        return line.toString();
    }

    /** The text with control characters and line ends escaped; nothing else of it changes. */
    static String oneLine(String text) {
        if (text.chars().noneMatch(LogLine::isControl)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            switch (c) {
                case '\r' -> line.append("\\r");
                case '\n' -> line.append("\\n");
                default -> {
                    if (isControl(c)) {
                        line.append(String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", c));
                    } else {
                        line.append((char) c);
                    }
                }
            }
        });
        return line.toString();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    private static String word(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> "error";
            case Level.WARN_INT -> "warn ";
            case Level.INFO_INT -> "info ";
            case Level.DEBUG_INT -> "debug";
            default -> "trace";
        };
    }

    private static String color(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> "\u001b[31m";
            case Level.WARN_INT -> "\u001b[33m";
            case Level.INFO_INT -> "\u001b[32m";
            default -> "\u001b[2m";
        };
    }
}
