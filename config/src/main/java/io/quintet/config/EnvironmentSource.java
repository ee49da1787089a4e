package io.quintet.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Settings from environment variables. Several values stand in one variable, with {@code ;} between them. */
public final class EnvironmentSource {
    private static final String PREFIX = "QUINTET_";
    private static final Set<String> OF_THE_LAUNCHER = Set.of("QUINTET_JAVA_HOME", "QUINTET_JAVA_OPTS");
    /** What a cluster tells every container of a service that happens to be named quintet. */
    private static final Pattern OF_A_CLUSTER = Pattern.compile("QUINTET_(SERVICE_.*|PORT|PORT_\\d+_.*)");

    private EnvironmentSource() {}

    /** The settings among {@code variables}; an unknown one that begins like ours is kept, to be refused. */
    public static List<RawValue> read(Map<String, String> variables) {
        List<RawValue> values = new ArrayList<>();
        new TreeMap<>(variables).forEach((name, text) -> {
            if (name.startsWith(PREFIX) && !isSomeoneElses(name)) {
                values.addAll(valuesOf(name, text));
            }
        });
        return values;
    }

    private static boolean isSomeoneElses(String name) {
        return OF_THE_LAUNCHER.contains(name) || OF_A_CLUSTER.matcher(name).matches();
    }

    private static List<RawValue> valuesOf(String name, String text) {
        Optional<Setting<?>> setting = Settings.all().stream()
                .filter(candidate -> candidate.variable().equals(name))
                .findFirst();
        if (setting.isEmpty()) {
            return List.of(new RawValue(name, text, name));
        }
        String key = setting.get().key();
        List<String> texts = setting.get().repeatable() ? Arrays.asList(text.split(";", -1)) : List.of(text);
        return texts.stream().map(it -> new RawValue(key, it.strip(), name)).toList();
    }
}
