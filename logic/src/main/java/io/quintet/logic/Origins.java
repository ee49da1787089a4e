package io.quintet.logic;

import java.security.CodeSource;
import java.util.Optional;

/** Where a class comes from, for the user. */
final class Origins {
    private Origins() {}

    /** {@code built-in}, or the file name of the jar or folder. */
    static String of(Class<?> type) {
        return type.getPackageName().startsWith("io.quintet.") ? "built-in" : location(type);
    }

    private static String location(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(url -> url.getPath().replaceFirst("/$", "").replaceFirst(".*/", ""))
                .orElse("class path");
    }
}
