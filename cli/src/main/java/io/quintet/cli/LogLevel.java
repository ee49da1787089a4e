package io.quintet.cli;

import java.util.List;

/** How much is logged. */
enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE;

    /** This many steps more talkative, or less where negative, as far as there are any. */
    LogLevel shifted(int steps) {
        List<LogLevel> levels = List.of(values());
        return levels.get(Math.max(0, Math.min(levels.size() - 1, levels.indexOf(this) + steps)));
    }
}
