package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import io.quintet.logic.Payload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** {@code hash}: a digest of the request. */
public final class Hash implements LogicProvider {
    private static final Parameter<String> ALGORITHM = new Parameter<>(
                    "algorithm",
                    "a digest of this Java such as sha256, sha512, sha3-256 or md5",
                    "which digest",
                    Hash::algorithm)
            .withDefault("sha256");
    private static final Parameter<Encoding> FORM = Parameters.oneOf(
                    "form", Encoding.class, "how the digest is written")
            .withDefault("hex");

    @Override
    public String name() {
        return "hash";
    }

    @Override
    public String description() {
        return "answers a digest of the request's bytes";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ALGORITHM, FORM);
    }

    @Override
    public Logic create(Arguments arguments) {
        String algorithm = arguments.get(ALGORITHM);
        Encoding form = arguments.get(FORM);
        return (InlineLogic) (request, answer) -> answer.append(form.of(digest(request.payload(), algorithm)));
    }

    private static String algorithm(String text) {
        String name = text.toUpperCase(Locale.ROOT).replaceFirst("^SHA([0-9])", "SHA-$1");
        String known = name.replaceFirst("^SHA-3-", "SHA3-");
        newDigest(known);
        return known;
    }

    private static byte[] digest(Payload payload, String algorithm) {
        MessageDigest digest = newDigest(algorithm);
        digest.update(payload.asByteBuffer());
        return digest.digest();
    }

    private static MessageDigest newDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("algorithm: " + algorithm + " (expected: one of this Java)", e);
        }
    }

    private enum Encoding {
        HEX,
        BASE64,
        BINARY;

        byte[] of(byte[] digest) {
            return switch (this) {
                case HEX -> HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
                case BASE64 -> Base64.getEncoder().encode(digest);
                case BINARY -> digest;
            };
        }
    }
}
