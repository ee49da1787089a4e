package io.quintet.cli;

import java.util.Map;

/** Whether output is colored. */
enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER;

    /** On a terminal that can, unless {@code NO_COLOR} is set to anything, or as was said. */
    boolean on(boolean terminal, Map<String, String> environment) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                terminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        };
    }
}
