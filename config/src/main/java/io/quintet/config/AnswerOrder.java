package io.quintet.config;

import java.util.Locale;

/** In which order the answers of one connection leave. */
public enum AnswerOrder {
    /** As their requests came. */
    REQUEST,
    /** As they are ready: for peers that match answers by their content. */
    COMPLETION;

    /** The word that a user writes: {@code request}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
