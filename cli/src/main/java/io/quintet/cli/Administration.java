package io.quintet.cli;

import io.quintet.admin.AdminServer;
import io.quintet.config.AdminSettings;
import io.quintet.config.ListenAddress;
import io.quintet.config.SettingValues;
import io.quintet.logic.AddressText;
import io.quintet.server.QuintetServer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a served server says of itself, if it was asked to: where not, none of the classes for it is loaded.
 */
final class Administration implements AutoCloseable {
    private final Optional<ListenAddress.Tcp> wanted;
    private final Optional<PortFile> portFile;
    private Optional<String> address = Optional.empty();
    private @Nullable AdminServer running;

    private Administration(Optional<ListenAddress.Tcp> wanted, Optional<PortFile> portFile) {
        this.wanted = wanted;
        this.portFile = portFile;
    }

    /** As the settings say; what is wrong with them is kept in {@code values}. */
    static Administration read(SettingValues values) {
        Optional<ListenAddress.Tcp> wanted = values.optional(AdminSettings.LISTEN);
        Optional<PortFile> portFile = values.optional(AdminSettings.PORT_FILE, text -> {
            if (!values.isSet(AdminSettings.LISTEN)) {
                throw new IllegalArgumentException(
                        "admin-port-file: " + text + " (expected: none without --admin-listen)");
            }
            return PortFile.of(AdminSettings.PORT_FILE).apply(text);
        });
        return new Administration(wanted, portFile);
    }

    /** Begins to answer for {@code server}. */
    void start(QuintetServer server) {
        wanted.ifPresent(at -> {
            AdminServer started = AdminServer.start(at, server, VersionCommand.version());
            running = started;
            String real = AddressText.of(started.address());
            address = Optional.of(real);
            portFile.ifPresent(file -> file.publish(List.of(real)));
        });
    }

    /** Where it answers, as {@code --admin-listen} would take it. */
    Optional<String> address() {
        return address;
    }

    /** Answers no more. */
    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
            portFile.ifPresent(PortFile::remove);
        }
    }
}
