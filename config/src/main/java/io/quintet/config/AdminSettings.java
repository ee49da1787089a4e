package io.quintet.config;

/** The rows of {@link Settings} about what a server says of itself; read by whoever runs the server. */
public final class AdminSettings {
    /** Where it says so. */
    public static final Setting<ListenAddress.Tcp> LISTEN = Setting.optional(
            "admin-listen",
            ValueType.of("ADDRESS", AdminSettings::address, ListenAddress::toString),
            "answer /metrics, /ready and /live over HTTP at HOST:PORT or [IPV6]:PORT; by default nowhere");
    /** Where scripts find out where that is. */
    public static final Setting<String> PORT_FILE = Setting.optional(
            "admin-port-file",
            ValueTypes.text("FILE"),
            "write the bound address of --admin-listen to this file once it can be connected to");

    private AdminSettings() {}

    private static ListenAddress.Tcp address(String text) {
        try {
            if (ListenAddress.parse(text) instanceof ListenAddress.Tcp tcp) {
                return tcp;
            }
        } catch (SettingException e) {
            String line = "admin-" + e.getMessage();
            throw new SettingException("admin-listen", line.replace(", [IPV6]:PORT or unix:PATH", " or [IPV6]:PORT"));
        }
        throw new IllegalArgumentException("HOST:PORT or [IPV6]:PORT");
    }
}
