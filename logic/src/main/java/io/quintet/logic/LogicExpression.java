package io.quintet.logic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A logic as a user asks for it: {@code reverse}, {@code delay:50ms}, {@code reverse:unit=grapheme,charset=GBK}.
 *
 * <p>Arguments stand behind a colon, with commas between them; those without a name come first, in the order of the
 * logic's parameters. In a value {@code \,} is a comma, {@code \=} an equals sign, {@code \\} a backslash, and
 * {@code \n}, {@code \r}, {@code \t} are what they are in Java. Prints back in canonical form and parses to an equal value.
 *
 * @param name the logic's
 * @param positional the values without a name
 * @param named the values with one, in the order given
 */
public record LogicExpression(String name, List<String> positional, Map<String, String> named) {
    /** Checks the names and keeps copies. */
    public LogicExpression {
        Names.check("logic", name);
        named.keySet().forEach(key -> Names.check("logic." + name, key));
        positional = List.copyOf(positional);
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** The logic of this name with these arguments, as they are: nothing is escaped. */
    public static LogicExpression of(String name, String... positional) {
        return new LogicExpression(name, List.of(positional), Map.of());
    }

    /**
     * Reads an expression.
     *
     * @throws LogicException where it is none, in one line for the user
     */
    public static LogicExpression parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Names.check("logic", name);
        List<String> positional = new ArrayList<>();
        Map<String, String> named = new LinkedHashMap<>();
        if (colon >= 0) {
            for (String argument : ArgumentText.split(text.substring(colon + 1))) {
                addArgument("logic." + name, argument, positional, named);
            }
        }
        return new LogicExpression(name, positional, named);
    }

    private static void addArgument(String where, String argument, List<String> positional, Map<String, String> named) {
        int equals = ArgumentText.indexOf(argument, '=');
        String value = ArgumentText.unescape(where, argument.substring(equals + 1));
        if (equals < 0 && named.isEmpty()) {
            positional.add(value);
        } else if (equals < 0) {
            throw new LogicException(
                    where + ": " + Printable.text(value) + " (expected: values without a name before those with one)");
        } else if (named.put(argument.substring(0, equals), value) != null) {
            throw new LogicException(where + "." + argument.substring(0, equals) + ": " + Printable.text(value)
                    + " (expected: given once)");
        }
    }

    @Override
    public String toString() {
        Stream<String> bare = positional.stream().map(ArgumentText::escape);
        Stream<String> pairs = named.entrySet().stream().map(e -> e.getKey() + "=" + ArgumentText.escape(e.getValue()));
        boolean alone = positional.isEmpty() && named.isEmpty();
        return alone ? name : name + ":" + Stream.concat(bare, pairs).collect(Collectors.joining(","));
    }
}
