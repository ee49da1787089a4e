package io.quintet.logic.plugin;

import io.quintet.logic.LogicException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A jar in memory: whatever becomes of the file, the code that runs stays the code whose digest was told.
 *
 * @param entries the bytes by name, for the Java that runs where the jar has several versions of one
 * @param manifest its main attributes; empty without a manifest
 * @param sha256 of the whole file, in hexadecimal digits
 */
record JarContent(Map<String, byte[]> entries, Attributes manifest, String sha256) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;

    /** Refuses what is no jar, or not all of one: a file may be on its way. */
    static JarContent of(String what, byte[] file) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
                count++;
            }
        }
        if (count == 0 || announcedEntries(file) != (count & 0xffff)) {
            throw new LogicException(what + ": " + count + " entries (expected: a whole jar)");
        }
        Attributes manifest = manifest(entries.get(MANIFEST));
        return new JarContent(Versions.chosen(entries, manifest), manifest, sha256(file));
    }

    /** What the end of the file says, or -1 where it is not there. */
    private static int announcedEntries(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = file.length - END_LENGTH; at >= Math.max(0, file.length - END_LENGTH - 0xffff); at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                return Short.toUnsignedInt(bytes.getShort(at + 10));
            }
        }
        return -1;
    }

    private static Attributes manifest(byte @Nullable [] bytes) throws IOException {
        return bytes == null ? new Attributes() : new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Optional<byte[]> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    Optional<String> attribute(Attributes.Name name) {
        return Optional.ofNullable(manifest.getValue(name)).filter(value -> !value.isBlank());
    }

    /** Multi-release jars. */
    private static final class Versions {
        private static final String PREFIX = "META-INF/versions/";

        private Versions() {}

        static Map<String, byte[]> chosen(Map<String, byte[]> entries, Attributes manifest) {
            if (!Boolean.parseBoolean(manifest.getValue(Attributes.Name.MULTI_RELEASE))) {
                return entries;
            }
            Map<String, byte[]> chosen = new HashMap<>(entries);
            for (int version = 9; version <= Runtime.version().feature(); version++) {
                String folder = PREFIX + version + "/";
                entries.forEach((name, bytes) -> {
                    if (name.startsWith(folder)) {
                        chosen.put(name.substring(folder.length()), bytes);
                    }
                });
            }
            return chosen;
        }
    }
}
