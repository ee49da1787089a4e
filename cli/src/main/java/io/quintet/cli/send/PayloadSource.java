package io.quintet.cli.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where payloads come from. */
@FunctionalInterface
public interface PayloadSource {
    /** Hands out every payload in order, as soon as it is there. */
    void forEach(Consumer<byte[]> consumer) throws IOException;

    /** Each word is one payload. */
    static PayloadSource words(List<String> words, PayloadForm form) {
        List<byte[]> payloads = words.stream().map(form::parse).toList();
        return payloads::forEach;
    }

    /** Each file is one payload, whole. */
    static PayloadSource files(List<Path> files, PayloadForm form) {
        return consumer -> {
            for (Path file : files) {
                consumer.accept(form.parse(Files.readAllBytes(file)));
            }
        };
    }

    /** All there is to read is one payload. */
    static PayloadSource whole(InputStream in, PayloadForm form) {
        return consumer -> consumer.accept(form.parse(in.readAllBytes()));
    }

    /** Each line is one payload; its LF, and a CR before it, do not belong to it. */
    static PayloadSource lines(InputStream in, PayloadForm form) {
        return consumer -> {
            var lines = new LineInput(in);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                consumer.accept(form.parse(line));
            }
        };
    }

    /** One source after the other. */
    default PayloadSource then(PayloadSource next) {
        return consumer -> {
            forEach(consumer);
            next.forEach(consumer);
        };
    }

    /** The same payloads several times, read once. */
    default PayloadSource times(int repeat) {
        if (repeat == 1) {
            return this;
        }
        return consumer -> {
            List<byte[]> all = new ArrayList<>();
            forEach(all::add);
            for (int i = 0; i < repeat; i++) {
                all.forEach(consumer);
            }
        };
    }
}
