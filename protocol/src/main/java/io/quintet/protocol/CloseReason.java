package io.quintet.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Why a connection ended. Each has one stable code: in the log line, as a metric label, in the disconnect event. */
public enum CloseReason {
    /** {@code eof}. */
    EOF("eof", "The peer ended its side between two frames.", "Nothing to do: this is how a connection normally ends."),
    /** {@code eof-in-header}. */
    EOF_IN_HEADER(
            "eof-in-header",
            "The peer ended its side before a header was complete; the fragment got no answer.",
            "Look at how the peer ends a connection: it sends a few bytes too many, or stops in the middle of a write."),
    /** {@code eof-in-payload}. */
    EOF_IN_PAYLOAD(
            "eof-in-payload",
            "The peer ended its side before the announced payload had arrived; the fragment got no answer.",
            "Compare the length that was announced with the bytes that were sent: a length counted in characters instead of"
                    + " bytes, or one that counts its own header, gives exactly this."),
    /** {@code bad-header}. */
    BAD_HEADER(
            "bad-header",
            "A byte stood where a header, or the mark behind a payload, cannot have it.",
            "Read the diagnosis in the log line: mostly the peer speaks something else (TLS, HTTP, a binary length) or the"
                    + " frame before had a wrong length. Compare both sides' framing."),
    /** {@code bad-length}. */
    BAD_LENGTH(
            "bad-length",
            "The length should count its own header (incl) and is smaller than the header.",
            "The peer's length probably counts the payload alone: leave ',incl' out of the framing, or correct the peer."),
    /** {@code too-long}. */
    TOO_LONG(
            "too-long",
            "The header announced more bytes than the framing accepts.",
            "Raise ',max=' in the framing if the frame was meant; otherwise the header is no length, and the diagnosis in the"
                    + " log line may say what it is."),
    /** {@code zero-length}. */
    ZERO_LENGTH(
            "zero-length",
            "A frame had no payload, or more than 64 such frames in a row asked for an answer.",
            "If the peer means it, say what it means: ',zero=keepalive', ',zero=echo' or ',zero=deliver' in the framing."),
    /** {@code idle-timeout}. */
    IDLE_TIMEOUT(
            "idle-timeout",
            "No byte came or went for the idle timeout, and nothing was being answered.",
            "Normal for forgotten connections. For peers that keep one open on purpose raise the idle timeout, or let them send"
                    + " keepalive frames."),
    /** {@code frame-timeout}. */
    FRAME_TIMEOUT(
            "frame-timeout",
            "A frame had begun and was not complete within the frame timeout.",
            "A length larger than what is sent looks like this, and so does an attack that sends one byte at a time. On slow"
                    + " links raise the frame timeout."),
    /** {@code write-timeout}. */
    WRITE_TIMEOUT(
            "write-timeout",
            "The peer took none of its waiting answers for the write timeout.",
            "The peer does not read, or its network is gone. A client that sends everything before it reads anything does this."),
    /** {@code logic-error}. */
    LOGIC_ERROR(
            "logic-error",
            "The logic failed on a request.",
            "The log line names the failure; at debug (-v) its stack trace follows. To answer failures and stay connected choose another error policy."),
    /** {@code logic-timeout}. */
    LOGIC_TIMEOUT(
            "logic-timeout",
            "The logic did not answer within the logic timeout.",
            "Find out what the logic waits for, or raise the logic timeout."),
    /** {@code answer-too-long}. */
    ANSWER_TOO_LONG(
            "answer-too-long",
            "The logic's answer was longer than a header can say; nothing of it was sent.",
            "Choose a framing with more digits or bytes, or let the logic answer in parts."),
    /** {@code closed-by-logic}. */
    CLOSED_BY_LOGIC(
            "closed-by-logic", "The logic asked to close the connection.", "Nothing to do: the logic decided so."),
    /** {@code peer-reset}. */
    PEER_RESET(
            "peer-reset",
            "The peer, or something between, reset the connection.",
            "The peer crashed, or closed with bytes unread, or a firewall dropped the connection."),
    /** {@code refused-max-connections}. */
    REFUSED_MAX_CONNECTIONS(
            "refused-max-connections",
            "As many connections as allowed were open already.",
            "Raise the limit and the process's file limit with it, or find out who keeps connections open."),
    /** {@code refused-per-ip}. */
    REFUSED_PER_IP(
            "refused-per-ip",
            "The peer's address had as many connections as one address may have.",
            "Raise the limit per address; peers behind one gateway count as one."),
    /** {@code refused-overload}. */
    REFUSED_OVERLOAD(
            "refused-overload",
            "The server's buffers held as much memory as they may.",
            "Find out who sends without reading; or give the server more memory (-Xmx, or limits.memory-percent)."),
    /** {@code refused-address}. */
    REFUSED_ADDRESS(
            "refused-address",
            "The peer's address is not allowed to connect.",
            "Compare the address in the log line with the allow and deny lists."),
    /** {@code tls-handshake}. */
    TLS_HANDSHAKE(
            "tls-handshake",
            "The TLS handshake failed or took too long.",
            "The log line names the cause: mostly a peer without TLS, an unknown certificate authority or a missing client"
                    + " certificate."),
    /** {@code proxy-header}. */
    PROXY_HEADER(
            "proxy-header",
            "The PROXY protocol header was missing, malformed or from a source not listed.",
            "Let the load balancer send it, or turn the setting off for peers that connect directly."),
    /** {@code max-age}. */
    MAX_AGE(
            "max-age",
            "The connection had been open for as long as one may be, and everything the peer had sent was answered.",
            "Nothing to do: connect again, which behind a load balancer may lead to another server."),
    /** {@code drained}. */
    DRAINED(
            "drained",
            "The server was stopping and had answered everything the peer had sent.",
            "Nothing to do: connect again when the server is back."),
    /** {@code server-stopped}. */
    SERVER_STOPPED(
            "server-stopped",
            "The server stopped without waiting for this connection.",
            "If answers were lost, raise the drain timeout or stop the server with one signal only."),
    /** {@code internal-error}. */
    INTERNAL_ERROR(
            "internal-error",
            "The server failed in a way that is its own fault.",
            "The log has the failure with its stack trace: please report it.");

    private static final Set<CloseReason> NORMAL =
            Set.copyOf(EnumSet.of(EOF, CLOSED_BY_LOGIC, MAX_AGE, DRAINED, SERVER_STOPPED));

    private final String code;
    private final String meaning;
    private final String advice;

    CloseReason(String code, String meaning, String advice) {
        this.code = code;
        this.meaning = meaning;
        this.advice = advice;
    }

    /** The reason with this code. */
    public static Optional<CloseReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }

    /** The stable code, such as {@code bad-header}. */
    public String code() {
        return code;
    }

    /** What happened, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }

    /** Whether connections are expected to end so: not worth a line in the log. */
    public boolean isNormal() {
        return NORMAL.contains(this);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
