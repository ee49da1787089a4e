package io.quintet.config;

/** From the table's values to what a server takes. */
public final class ServerSettingsReader {
    private ServerSettingsReader() {}

    /** The settings; what is wrong with them is kept in {@code values}. */
    public static ServerSettings read(SettingValues values) {
        return new ServerSettings(
                listening(values),
                values.one(Settings.FRAMING),
                answering(values),
                limits(values),
                timeouts(values),
                new Turnover(values.one(LimitSettings.MAX_CONNECTION_AGE), values.one(LimitSettings.DRAIN_DELAY)),
                new EventLoops(
                        values.one(Settings.TRANSPORT), values.one(Settings.THREADS), values.one(Settings.BUSY_POLL)),
                access(values),
                ServerTlsReader.read(values));
    }

    private static Listening listening(SettingValues values) {
        return values.together(
                () -> new Listening(
                        values.all(Settings.LISTEN), values.one(Settings.BACKLOG), values.one(Settings.REUSE_PORT)),
                Listening.DEFAULT);
    }

    private static Answering answering(SettingValues values) {
        return new Answering(
                values.one(Settings.ORDER),
                values.one(Settings.ON_LOGIC_ERROR),
                values.one(Settings.ON_BAD_FRAME),
                values.one(Settings.TELNET));
    }

    private static Limits limits(SettingValues values) {
        WriteBuffer writeBuffer = values.together(
                () -> new WriteBuffer(
                        values.one(LimitSettings.WRITE_BUFFER_HIGH), values.one(LimitSettings.WRITE_BUFFER_LOW)),
                WriteBuffer.DEFAULT);
        return new Limits(
                values.one(LimitSettings.MAX_CONNECTIONS),
                values.one(LimitSettings.MAX_CONNECTIONS_PER_IP),
                values.one(LimitSettings.MAX_IN_FLIGHT),
                writeBuffer,
                values.one(LimitSettings.MEMORY_PERCENT),
                new Rates(values.one(LimitSettings.MAX_FRAME_RATE), values.one(LimitSettings.MAX_BYTE_RATE)));
    }

    private static Timeouts timeouts(SettingValues values) {
        return new Timeouts(
                values.one(LimitSettings.IDLE_TIMEOUT),
                values.one(LimitSettings.FRAME_TIMEOUT),
                values.one(LimitSettings.LOGIC_TIMEOUT),
                values.one(LimitSettings.WRITE_TIMEOUT),
                values.one(LimitSettings.DRAIN_TIMEOUT));
    }

    private static Access access(SettingValues values) {
        ProxyProtocol proxy = values.together(
                () -> new ProxyProtocol(
                        values.one(Settings.PROXY_PROTOCOL), AddressRanges.joined(values.all(Settings.PROXY_FROM))),
                ProxyProtocol.OFF);
        return new Access(
                AddressRanges.joined(values.all(Settings.ALLOW)),
                AddressRanges.joined(values.all(Settings.DENY)),
                proxy);
    }
}
