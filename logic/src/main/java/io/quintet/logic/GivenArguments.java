package io.quintet.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of one expression, read by the parameters of its logic. */
final class GivenArguments implements Arguments {
    private final Map<String, Object> values;

    private GivenArguments(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads all; whatever is wrong is reported in one exception. */
    static GivenArguments read(LogicExpression expression, List<Parameter<?>> parameters) {
        String where = "logic." + expression.name();
        List<String> problems = new ArrayList<>();
        Map<String, String> given = byName(where, expression, parameters, problems);
        Map<String, Object> values = new HashMap<>();
        for (Parameter<?> parameter : parameters) {
            try {
                values.put(parameter.name(), valueOf(where, parameter, given.get(parameter.name())));
            } catch (LogicException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new LogicException(String.join("; ", problems));
        }
        return new GivenArguments(values);
    }

    private static Map<String, String> byName(
            String where, LogicExpression expression, List<Parameter<?>> parameters, List<String> problems) {
        List<String> known = parameters.stream().map(Parameter::name).toList();
        Map<String, String> given = new HashMap<>(expression.named());
        expression.named().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(
                        key -> problems.add(where + "." + key + ": no such argument (" + expectedOf(known, key) + ")"));
        List<String> positional = expression.positional();
        for (int i = 0; i < positional.size(); i++) {
            String value = Printable.text(positional.get(i));
            if (i >= known.size()) {
                problems.add(where + ": " + value + " (expected: " + atMost(known) + ")");
            } else if (given.put(known.get(i), positional.get(i)) != null) {
                problems.add(where + "." + known.get(i) + ": " + value + " (expected: given once)");
            }
        }
        return given;
    }

    private static String expectedOf(List<String> known, String key) {
        return known.isEmpty() ? "expected: no arguments" : Names.expectedOneOf(known, key);
    }

    private static String atMost(List<String> known) {
        return known.isEmpty() ? "no arguments" : "no more than " + String.join(", ", known);
    }

    private static <T> T valueOf(String where, Parameter<T> parameter, @Nullable String given) {
        String expected = " (expected: " + parameter.expected() + ")";
        String text = given;
        if (text == null) {
            text = parameter
                    .defaultText()
                    .orElseThrow(() -> new LogicException(where + "." + parameter.name() + ": missing" + expected));
        }
        try {
            return parameter.reader().apply(text);
        } catch (RuntimeException e) {
            throw new LogicException(where + "." + parameter.name() + ": " + Printable.text(text) + expected, e);
        }
    }

    /** The parameter that made the value is one of the list that was read, so its type is right. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(Parameter<T> parameter) {
        Object value = values.get(parameter.name());
        if (value == null) {
            throw new IllegalArgumentException(
                    "parameter: " + parameter.name() + " (expected: one of the provider's parameters())");
        }
        return (T) value;
    }
}
