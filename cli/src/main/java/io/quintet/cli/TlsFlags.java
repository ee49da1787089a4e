package io.quintet.cli;

import io.quintet.client.ClientTls;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags of a command that connects by TLS. Each of them asks for it. */
final class TlsFlags {
    private static final String TLS = "--tls";
    private static final String CA = "--tls-ca";
    private static final String CERT = "--tls-cert";
    private static final String KEY = "--tls-key";
    private static final String NAME = "--tls-server-name";
    private static final String INSECURE = "--tls-insecure";

    private TlsFlags() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(Flags.flag(TLS, "connect by TLS; the server proves to be the one that the address names"));
        spec.addOption(Flags.value(CA, "FILE", "trust these certificates, PEM, instead of those that Java trusts"));
        spec.addOption(Flags.value(CERT, "FILE", "show this certificate, PEM, to a server that asks"));
        spec.addOption(Flags.value(KEY, "FILE", "its private key, PEM, PKCS#8 in the clear"));
        spec.addOption(
                Flags.value(NAME, "NAME", "the name in the server's certificate, where it is not the address's"));
        spec.addOption(Flags.flag(INSECURE, "believe every server, whoever it is: for tests"));
    }

    /** Empty where no flag asks for TLS; says on {@code err} what is not safe. */
    static Optional<ClientTls> of(ParseResult line, PrintStream err) {
        // No method reference: a class archive would have to leave out the old class that it refers to.
        if (List.of(TLS, CA, CERT, KEY, NAME, INSECURE).stream().noneMatch(flag -> line.hasMatchedOption(flag))) {
            return Optional.empty();
        }
        ClientTls tls = new ClientTls(file(line, CA), identity(line), text(line, NAME), verification(line, err));
        try {
            return Optional.of(tls.requireUsable());
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private static ClientTls.Verification verification(ParseResult line, PrintStream err) {
        if (!line.hasMatchedOption(INSECURE)) {
            return ClientTls.Verification.FULL;
        }
        err.println("quintet: " + INSECURE + ": whoever answers is believed, and may be anybody");
        return ClientTls.Verification.NONE;
    }

    private static Optional<ClientTls.Identity> identity(ParseResult line) {
        Optional<Path> certificate = file(line, CERT);
        Optional<Path> key = file(line, KEY);
        if (certificate.isPresent() != key.isPresent()) {
            String missing = certificate.isPresent() ? KEY : CERT;
            throw new CommandException(ExitCode.USAGE, missing + ": nothing (expected: " + CERT + " and " + KEY + ")");
        }
        return certificate.map(path -> new ClientTls.Identity(path, key.orElseThrow()));
    }

    private static Optional<Path> file(ParseResult line, String flag) {
        return text(line, flag).map(name -> {
            Path file = Path.of(name);
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandException(ExitCode.USAGE, flag + ": " + name + " (expected: a readable PEM file)");
            }
            return file;
        });
    }

    private static Optional<String> text(ParseResult line, String flag) {
        return line.hasMatchedOption(flag) ? Optional.of(line.matchedOptionValue(flag, "")) : Optional.empty();
    }
}
