package io.quintet.cli;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is logged by {@link System.Logger} where everything goes: logics know no other. Found by the JDK itself, and
 * asked by it at the end of every process: so the logging backend is not started before there is something to log, and
 * the JDK's own lines pass from warnings on only.
 */
public final class SystemLogs extends System.LoggerFinder {
    @Override
    public System.Logger getLogger(String name, Module module) {
        return new SystemLog(name, module.isNamed());
    }

    private record SystemLog(String name, boolean ofJdk) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            boolean shown = !ofJdk || level.compareTo(Level.WARNING) >= 0;
            return shown && level != Level.OFF && logger().isEnabledForLevel(ours(level));
        }

        private Logger logger() {
            return LoggerFactory.getLogger(name);
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
            if (isLoggable(level)) {
                logger().atLevel(ours(level)).setCause(thrown).log(in(bundle, message));
            }
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String format,
                @Nullable Object @Nullable ... values) {
            if (isLoggable(level)) {
                String pattern = in(bundle, format);
                logger().atLevel(ours(level))
                        .log(values == null || values.length == 0 ? pattern : MessageFormat.format(pattern, values));
            }
        }

        private static String in(@Nullable ResourceBundle bundle, @Nullable String text) {
            String key = String.valueOf(text);
            return bundle != null && bundle.containsKey(key) ? bundle.getString(key) : key;
        }

        private static org.slf4j.event.Level ours(Level level) {
            return switch (level) {
                case ALL, TRACE -> org.slf4j.event.Level.TRACE;
                case DEBUG -> org.slf4j.event.Level.DEBUG;
                case INFO -> org.slf4j.event.Level.INFO;
                case WARNING -> org.slf4j.event.Level.WARN;
                case ERROR, OFF -> org.slf4j.event.Level.ERROR;
            };
        }
    }
}
