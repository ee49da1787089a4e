package io.quintet.server;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The private key in a PEM file, in the forms that the JDK reads: PKCS#8, in the clear or encrypted, and PKCS#1. */
final class PrivateKeyFile {
    private static final String EXPECTED =
            "a private key in PEM, PKCS#8 or PKCS#1; openssl pkcs8 -topk8 converts others";

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private final TlsFile file;
    private final Optional<TlsFile> password;

    /** @param password a file whose first line is the key's password */
    PrivateKeyFile(TlsFile file, Optional<TlsFile> password) {
        this.file = file;
        this.password = password;
    }

    static boolean isKey(TlsFile.Block block) {
        return block.label().endsWith("PRIVATE KEY");
    }

    PrivateKey key() throws TlsException {
        TlsFile.Block block = file.blocks().stream()
                .filter(PrivateKeyFile::isKey)
                .findFirst()
                .orElseThrow(() -> file.wrong(EXPECTED));
        try {
            return switch (block.label()) {
                case "PRIVATE KEY" -> pkcs8(block.decoded());
                case "ENCRYPTED PRIVATE KEY" -> pkcs8(decrypt(block.decoded()));
                case "RSA PRIVATE KEY" -> pkcs1(block.decoded());
                default -> throw file.wrong(EXPECTED);
            };
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw file.wrong(EXPECTED, e);
        }
    }

    private static PrivateKey pkcs8(byte[] encoded) throws GeneralSecurityException {
        InvalidKeySpecException last = new InvalidKeySpecException();
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException other) {
                last = other;
            }
        }
        throw last;
    }

    /** The JDK has no specification for such a key, but translates one that somebody else has made (JDK-8023980). */
    private static PrivateKey pkcs1(byte[] encoded) throws GeneralSecurityException {
        return (PrivateKey) KeyFactory.getInstance("RSA").translateKey(new PrivateKey() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getAlgorithm() {
                return "RSA";
            }

            @Override
            public String getFormat() {
                return "PKCS#1";
            }

            @Override
            public byte[] getEncoded() {
                return encoded.clone();
            }
        });
    }

    private byte[] decrypt(byte[] encrypted) throws TlsException {
        TlsFile given = password.orElseThrow(() -> file.wrong("a key in the clear, or tls-key-password-file with it"));
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            AlgorithmParameters parameters = info.getAlgParameters();
            // Of PBES2 the JDK names the real algorithm in its parameters only.
            String algorithm = isPbes2(info.getAlgName()) ? parameters.toString() : info.getAlgName();
            Key key = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(given.firstLine()));
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, key, parameters);
            return info.getKeySpec(cipher).getEncoded();
        } catch (InvalidKeySpecException e) {
            throw given.wrong("the password of the key", e);
        } catch (GeneralSecurityException | IOException e) {
            throw file.wrong("a key encrypted with PBES2, as openssl pkcs8 -topk8 does", e);
        }
    }

    private static boolean isPbes2(String algorithm) {
        return algorithm.equals("PBES2") || algorithm.equals("1.2.840.113549.1.5.13");
    }
}
