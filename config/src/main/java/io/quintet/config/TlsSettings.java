package io.quintet.config;

import java.nio.file.Path;
import java.time.Duration;

/** The rows of {@link Settings} about TLS. */
final class TlsSettings {
    static final Setting<Path> CERT = Setting.optional(
            "tls-cert",
            ValueTypes.file(),
            "speak TLS with this certificate: a PEM chain, or PKCS#12 with its key; read again when it changes");
    static final Setting<Path> KEY =
            Setting.optional("tls-key", ValueTypes.file(), "its private key, PEM: PKCS#8 or PKCS#1");
    static final Setting<Path> KEY_PASSWORD_FILE = Setting.optional(
            "tls-key-password-file", ValueTypes.file(), "file with the password of that key as its first line");
    static final Setting<ClientAuth> CLIENT_AUTH = Setting.one(
            "tls-client-auth",
            ValueTypes.words("MODE", ClientAuth.class),
            ClientAuth.NONE,
            "whether clients show a certificate: none, optional or required");
    static final Setting<Path> CLIENT_CA =
            Setting.optional("tls-client-ca", ValueTypes.file(), "PEM file of the authorities that sign clients'");
    static final Setting<TlsEngine> ENGINE = Setting.one(
            "tls-engine",
            ValueTypes.words("ENGINE", TlsEngine.class),
            TlsEngine.AUTO,
            "who does the cryptography: auto, boringssl or jdk");
    static final Setting<Duration> HANDSHAKE_TIMEOUT =
            Settings.clock("tls-handshake", ServerTls.HANDSHAKE_TIMEOUT, "longest time for a TLS handshake");

    private TlsSettings() {}
}
