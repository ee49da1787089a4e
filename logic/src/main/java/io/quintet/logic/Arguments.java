package io.quintet.logic;

/** The typed arguments that a logic was asked for with. */
public interface Arguments {
    /** The value of {@code parameter}: as given, or its default. */
    <T> T get(Parameter<T> parameter);
}
