package io.quintet.logic;

import java.util.Optional;
import java.util.function.Function;

/**
 * One argument that a logic takes, with its type. {@link Parameters} makes the usual ones.
 *
 * @param name what stands before the {@code =}: lower-case letters, digits and hyphens
 * @param expected what a right value is, for the user: {@code a duration such as 50ms}
 * @param defaultText the value where none is given; absent for a required argument
 * @param description one line for the list of logics
 * @param reader from text to value; throws {@link IllegalArgumentException} for a wrong one
 */
public record Parameter<T>(
        String name, String expected, Optional<String> defaultText, String description, Function<String, T> reader) {
    /** Checks the name. */
    public Parameter {
        Names.check("parameter", name);
    }

    /** A required one; {@link #withDefault} makes it optional. */
    public Parameter(String name, String expected, String description, Function<String, T> reader) {
        this(name, expected, Optional.empty(), description, reader);
    }

    /** This parameter with a value for where none is given. */
    public Parameter<T> withDefault(String text) {
        return new Parameter<>(name, expected, Optional.of(text), description, reader);
    }
}
