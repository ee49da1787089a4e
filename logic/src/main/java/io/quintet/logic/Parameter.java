package io.quintet.logic;

import java.util.Optional;
import java.util.function.Function;

/**
 * One argument that a logic takes, with its type.
 *
 * @param name what stands before the {@code =}
 * @param expected what a right value is, for the user: {@code a duration such as 50ms}
 * @param defaultText the value where none is given; absent for a required argument
 * @param description one line for the list of logics
 * @param reader from text to value; throws {@link IllegalArgumentException} for a wrong one
 */
public record Parameter<T>(
        String name, String expected, Optional<String> defaultText, String description, Function<String, T> reader) {}
