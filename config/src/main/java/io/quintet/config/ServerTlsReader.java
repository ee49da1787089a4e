package io.quintet.config;

import java.nio.file.Path;
import java.util.Optional;

/** From the table's values to {@link ServerTls}. */
final class ServerTlsReader {
    private ServerTlsReader() {}

    /** Empty where no certificate is set; then nothing else of TLS may be. */
    static Optional<ServerTls> read(SettingValues values) {
        Optional<Path> certificate = values.optional(TlsSettings.CERT);
        Optional<Path> key = values.optional(TlsSettings.KEY);
        Optional<Path> password = values.optional(TlsSettings.KEY_PASSWORD_FILE);
        Optional<Path> ca = values.optional(TlsSettings.CLIENT_CA);
        ClientAuth auth = values.one(TlsSettings.CLIENT_AUTH);
        if (certificate.isEmpty()) {
            key.ifPresent(path -> pointless(values, TlsSettings.KEY, path));
            password.ifPresent(path -> pointless(values, TlsSettings.KEY_PASSWORD_FILE, path));
            ca.ifPresent(path -> pointless(values, TlsSettings.CLIENT_CA, path));
            if (auth != ClientAuth.NONE) {
                pointless(values, TlsSettings.CLIENT_AUTH, auth);
            }
            return Optional.empty();
        }
        var identity = new ServerTls.Identity(certificate.get(), key, password);
        return values.together(
                () -> Optional.of(new ServerTls(
                        identity, auth, ca, values.one(TlsSettings.HANDSHAKE_TIMEOUT), values.one(TlsSettings.ENGINE))),
                Optional.empty());
    }

    /** Who asks for it does not mean to serve in the clear. */
    private static void pointless(SettingValues values, Setting<?> setting, Object value) {
        values.together(
                () -> {
                    throw new SettingException(setting.key(), value.toString(), "tls-cert with it");
                },
                Optional.empty());
    }
}
