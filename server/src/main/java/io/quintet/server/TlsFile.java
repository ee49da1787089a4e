package io.quintet.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of certificates, a key or a password, read whole. */
final class TlsFile {
    private static final long LARGEST = 4L << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s(.*?)-----END \\1-----", Pattern.DOTALL);

    private final String setting;
    private final Path path;
    private final byte[] bytes;

    private TlsFile(String setting, Path path, byte[] bytes) {
        this.setting = setting;
        this.path = path;
        this.bytes = bytes;
    }

    static TlsFile read(String setting, Path path) throws TlsException {
        try {
            if (Files.size(path) > LARGEST || Files.isDirectory(path)) {
                throw new TlsException(setting, path, "a file of at most 4 MiB");
            }
            return new TlsFile(setting, path, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new TlsException(setting, path, "a file that exists", e);
        } catch (IOException e) {
            throw new TlsException(setting, path, "a file that can be read", e);
        }
    }

    /**
     * What stands between BEGIN and END.
     *
     * @param label the words behind BEGIN
     */
    record Block(String label, String body) {
        byte[] decoded() {
            return Base64.getMimeDecoder().decode(body);
        }
    }

    /** The blocks of PEM; none in a file that is not PEM. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            blocks.add(new Block(found.group(1), found.group(2)));
        }
        return blocks;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** The first line, without its end. */
    char[] firstLine() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").toCharArray();
    }

    Path path() {
        return path;
    }

    TlsException wrong(String expected) {
        return new TlsException(setting, path, expected);
    }

    TlsException wrong(String expected, Throwable cause) {
        return new TlsException(setting, path, expected, cause);
    }
}
