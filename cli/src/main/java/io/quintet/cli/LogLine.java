package io.quintet.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One event as one line: {@code 10:51:36.123 info  message}. A stack trace follows only where the program is at fault. */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final String PLAIN = "\u001b[0m";

    private final boolean colored;
    private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

    LogLine(boolean colored) {
        this.colored = colored;
    }

    @Override
    public void start() {
        traces.start();
        super.start();
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
        return event.getThrowableProxy() == null ? line.toString() : line + traces.convert(event);
    }

    private static String oneLine(String message) {
        return message.indexOf('\n') < 0 && message.indexOf('\r') < 0
                ? message
                : message.replace("\r", "\\r").replace("\n", "\\n");
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
