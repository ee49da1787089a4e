package io.quintet.logic;

import java.util.List;

/**
 * Makes the logic of one name. Found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/io.quintet.logic.LogicProvider}.
 */
public interface LogicProvider {
    /** What a user types: lower-case letters, digits and hyphens, beginning with a letter. */
    String name();

    /** One line for the list of logics: what it answers, and in which unit (bytes, code points). */
    String description();

    /** The arguments it takes, in the order in which they may be given without a name. */
    default List<Parameter<?>> parameters() {
        return List.of();
    }

    /**
     * Makes the logic.
     *
     * @throws LogicException where the arguments do not fit together, in one line for the user
     */
    Logic create(Arguments arguments);
}
