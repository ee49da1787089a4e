package io.quintet.config;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that no server can run with: every problem of them, not just the first. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** With at least one problem. */
    public ConfigurationException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order in which they were found. */
    public List<Problem> problems() {
        return problems;
    }
}
