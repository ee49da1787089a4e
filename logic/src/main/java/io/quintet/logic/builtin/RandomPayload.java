package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import io.quintet.logic.Range;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code random}: something else each time. Not for secrets: the numbers can be predicted. */
public final class RandomPayload implements LogicProvider {
    private static final int MOST_BYTES = 16 << 20;
    private static final Parameter<Range<Long>> SIZE = Parameters.sizeRange(
                    "size", MOST_BYTES, "the answer's length in bytes; of a range, each answer has any")
            .withDefault("32");
    private static final Parameter<Content> CONTENT = Parameters.oneOf(
                    "content", Content.class, "text is ASCII letters and digits")
            .withDefault("bytes");

    @Override
    public String name() {
        return "random";
    }

    @Override
    public String description() {
        return "answers random bytes, whatever was asked; not for secrets";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(SIZE, CONTENT);
    }

    @Override
    public Logic create(Arguments arguments) {
        Range<Long> size = arguments.get(SIZE);
        Content content = arguments.get(CONTENT);
        return (InlineLogic) (request, answer) -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            byte[] bytes = new byte[(int) random.nextLong(size.least(), size.most() + 1)];
            content.fill(bytes, random);
            answer.append(bytes);
        };
    }

    private enum Content {
        BYTES,
        TEXT;

        private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

        void fill(byte[] bytes, ThreadLocalRandom random) {
            if (this == BYTES) {
                random.nextBytes(bytes);
                return;
            }
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
            }
        }
    }
}
