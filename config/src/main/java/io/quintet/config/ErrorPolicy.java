package io.quintet.config;

/** What a connection does when a request cannot be answered as it should. */
public sealed interface ErrorPolicy {
    /** Answers what came before and closes. */
    record Close() implements ErrorPolicy {
        @Override
        public String toString() {
            return "close";
        }
    }

    /**
     * Answers with a line of text.
     *
     * @param template the text, in which {@code {reason}} stands for the close reason
     */
    record Reply(String template) implements ErrorPolicy {
        @Override
        public String toString() {
            return "reply:" + template;
        }
    }

    /** Answers nothing and goes on with the next request. */
    record Drop() implements ErrorPolicy {
        @Override
        public String toString() {
            return "drop";
        }
    }

    /**
     * Reads {@code close}, {@code reply:TEMPLATE} or {@code drop}.
     *
     * @throws IllegalArgumentException with what would have been right as its message
     */
    static ErrorPolicy parse(String text) {
        if (text.startsWith("reply:")) {
            return new Reply(text.substring("reply:".length()));
        }
        return switch (text) {
            case "close" -> new Close();
            case "drop" -> new Drop();
            default -> throw new IllegalArgumentException("close, drop or reply:TEMPLATE");
        };
    }

    /** Likewise without {@code drop}. */
    static ErrorPolicy parseWithoutDrop(String text) {
        if (!text.equals("close") && !text.startsWith("reply:")) {
            throw new IllegalArgumentException("close or reply:TEMPLATE");
        }
        return parse(text);
    }
}
