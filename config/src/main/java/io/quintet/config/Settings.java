package io.quintet.config;

import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The table of all settings. Flags, variables, the file's keys and the help come from here and nowhere else. */
public final class Settings {
    /** What the server computes; read by whoever knows the logics. */
    public static final Setting<String> LOGIC = Setting.many(
            "logic",
            ValueTypes.text("LOGIC"),
            List.of("reverse"),
            "what is answered: NAME or NAME:ARGUMENT,...; repeat it to chain logics");
    /** The command that {@link #LOGIC} would take as {@code exec:COMMAND}; read by whoever knows that logic. */
    public static final Setting<String> EXEC = Setting.optional(
            "exec",
            ValueTypes.text("COMMAND"),
            "answer with worker processes that speak frames on stdin and stdout, as --logic exec:COMMAND does");
    /** The number of processes of {@link #EXEC}. */
    public static final Setting<Integer> EXEC_WORKERS = Setting.optional(
            "exec-workers",
            ValueTypes.number(new IntRange(1, 1000)),
            "worker processes of --exec; without it, as many as cores");
    /** The folder of the jars that bring further logics; read by whoever loads them. */
    public static final Setting<String> PLUGINS = Setting.optional(
            "plugins",
            ValueTypes.text("DIR"),
            "folder of jars with further logics, loaded again on SIGHUP; by default plugins/ of the distribution,"
                    + " if there is one; empty for none");
    /** Where the bound addresses are written to; read by whoever runs the server. */
    public static final Setting<String> PORT_FILE = Setting.optional(
            "port-file",
            ValueTypes.text("FILE"),
            "write the bound addresses to this file once they can be connected to, one a line");

    static final Setting<ListenAddress> LISTEN = Setting.many(
            "listen",
            ValueType.of("ADDRESS", ListenAddress::parse, ListenAddress::toString),
            Listening.DEFAULT.addresses(),
            "where to listen: HOST:PORT, [IPV6]:PORT or unix:PATH; port 0 takes a free one; may be repeated");
    static final Setting<Integer> BACKLOG = Setting.one(
            "backlog",
            ValueTypes.number(Listening.BACKLOG),
            Listening.DEFAULT.backlog(),
            "connections that the system holds until they are accepted");
    static final Setting<Boolean> REUSE_PORT = Setting.one(
            "reuse-port",
            ValueTypes.onOff(),
            Listening.DEFAULT.reusePort(),
            "share the ports with other servers that do likewise: start a new one, then stop the old one");
    static final Setting<Framing> FRAMING = Setting.one(
            "framing",
            ValueType.of("FRAMING", FramingText::parse, Framing::toString),
            Framing.DEFAULT,
            "what a frame is, such as ascii:5, bin:4, netstring, line or raw; see quintet framing explain");
    static final Setting<TransportChoice> TRANSPORT = Setting.one(
            "transport",
            ValueTypes.words("TRANSPORT", TransportChoice.class),
            TransportChoice.AUTO,
            "how to wait for sockets: auto, io_uring, epoll, kqueue or nio");
    static final Setting<Integer> THREADS = Setting.one(
            "threads",
            ValueTypes.number(EventLoops.THREADS),
            EventLoops.defaults().threads(),
            "event loops; the default is the number of cores");
    static final Setting<Boolean> BUSY_POLL = Setting.one(
            "busy-poll",
            ValueTypes.onOff(),
            EventLoops.defaults().busyPoll(),
            "have event loops never sleep: the shortest latency, at a whole core for each");

    static final Setting<AnswerOrder> ORDER = Setting.one(
            "answers.order",
            ValueTypes.words("ORDER", AnswerOrder.class),
            Answering.DEFAULT.order(),
            "in which order answers leave: as requests came (request) or as they are ready (completion)");
    static final Setting<ErrorPolicy> ON_LOGIC_ERROR = Setting.one(
            "answers.on-logic-error",
            ValueType.of("POLICY", ErrorPolicy::parse, ErrorPolicy::toString),
            Answering.DEFAULT.onLogicError(),
            "when a logic fails: close, reply:TEMPLATE (such as 'reply:ERR {reason}') or drop the request");
    static final Setting<ErrorPolicy> ON_BAD_FRAME = Setting.one(
            "answers.on-bad-frame",
            ValueType.of("POLICY", ErrorPolicy::parseWithoutDrop, ErrorPolicy::toString),
            Answering.DEFAULT.onBadFrame(),
            "when bytes are no frame: close, or reply:TEMPLATE and close");
    static final Setting<Boolean> TELNET = Setting.one(
            "answers.telnet",
            ValueTypes.onOff(),
            Answering.DEFAULT.telnet(),
            "end answers with CRLF and tell errors in words, for a person in telnet or netcat");

    static final Setting<AddressRanges> ALLOW =
            addresses("allow", "addresses that may connect, without it all; may be repeated");
    static final Setting<AddressRanges> DENY =
            addresses("deny", "addresses that may not, whatever --allow says; may be repeated");
    static final Setting<ProxyMode> PROXY_PROTOCOL = Setting.one(
            "access.proxy-protocol",
            ValueTypes.words("MODE", ProxyMode.class),
            ProxyMode.OFF,
            "whether connections of --proxy-from begin with a PROXY protocol header: off, optional or required");
    static final Setting<AddressRanges> PROXY_FROM =
            addresses("proxy-from", "addresses of the load balancers that send that header; may be repeated");

    private static final List<Setting<?>> ALL = List.of(
            LISTEN,
            LOGIC,
            EXEC,
            EXEC_WORKERS,
            PLUGINS,
            FRAMING,
            TRANSPORT,
            THREADS,
            BUSY_POLL,
            BACKLOG,
            REUSE_PORT,
            PORT_FILE,
            AdminSettings.LISTEN,
            AdminSettings.PORT_FILE,
            ALLOW,
            DENY,
            PROXY_PROTOCOL,
            PROXY_FROM,
            TlsSettings.CERT,
            TlsSettings.KEY,
            TlsSettings.KEY_PASSWORD_FILE,
            TlsSettings.CLIENT_AUTH,
            TlsSettings.CLIENT_CA,
            TlsSettings.ENGINE,
            TELNET,
            ORDER,
            ON_LOGIC_ERROR,
            ON_BAD_FRAME,
            LimitSettings.MAX_CONNECTIONS,
            LimitSettings.MAX_CONNECTIONS_PER_IP,
            LimitSettings.MAX_IN_FLIGHT,
            LimitSettings.WRITE_BUFFER_HIGH,
            LimitSettings.WRITE_BUFFER_LOW,
            LimitSettings.MEMORY_PERCENT,
            LimitSettings.MAX_FRAME_RATE,
            LimitSettings.MAX_BYTE_RATE,
            TlsSettings.HANDSHAKE_TIMEOUT,
            LimitSettings.IDLE_TIMEOUT,
            LimitSettings.FRAME_TIMEOUT,
            LimitSettings.LOGIC_TIMEOUT,
            LimitSettings.WRITE_TIMEOUT,
            LimitSettings.MAX_CONNECTION_AGE,
            LimitSettings.DRAIN_DELAY,
            LimitSettings.DRAIN_TIMEOUT);

    private Settings() {}

    /** All, in the order in which a user should meet them. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The one with this key. */
    public static Optional<Setting<?>> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** Whether a server that runs can be told another value. */
    public static boolean canChange(Setting<?> setting) {
        boolean bounds = setting.key().startsWith("limits.") && !setting.equals(TlsSettings.HANDSHAKE_TIMEOUT);
        return bounds
                || setting.key().startsWith("access.")
                || List.of(LOGIC, EXEC, EXEC_WORKERS).contains(setting);
    }

    private static Setting<AddressRanges> addresses(String name, String description) {
        return Setting.many(
                "access." + name,
                ValueType.of("CIDR,...", AddressRanges::parse, AddressRanges::toString),
                List.of(),
                description);
    }

    static Setting<Duration> clock(String name, Duration preset, String description) {
        return Setting.one(
                "limits." + name + "-timeout",
                ValueTypes.duration(DurationRange.CLOCK),
                preset,
                description + "; 0 for never");
    }
}
