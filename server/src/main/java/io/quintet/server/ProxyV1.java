package io.quintet.server;

import io.netty.util.NetUtil;
import io.quintet.protocol.PeerBytes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** Version 1 of the PROXY protocol: {@code PROXY TCP4 192.0.2.1 198.51.100.1 56324 443} and CRLF. */
final class ProxyV1 {
    /** Without zeros in front, which some read as octal. */
    private static final String DOTTED = "(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}";

    private ProxyV1() {}

    /** @param line from {@code PROXY} to its LF */
    static ProxyHeader parse(String line) {
        if (!line.endsWith("\r\n")) {
            throw wrong("header", line, "CRLF at its end");
        }
        String[] words = line.substring(0, line.length() - 2).split(" ", -1);
        if (words[1].equals("UNKNOWN")) {
            return ProxyHeader.UNKNOWN;
        }
        boolean four = words[1].equals("TCP4");
        if (!four && !words[1].equals("TCP6")) {
            throw wrong("protocol", words[1], "TCP4, TCP6 or UNKNOWN");
        }
        if (words.length != 6) {
            throw wrong("header", line, "PROXY " + words[1] + " SOURCE DESTINATION PORT PORT");
        }
        InetAddress source = address("source", words[2], four);
        address("destination", words[3], four);
        int port = port("source port", words[4]);
        port("destination port", words[5]);
        return ProxyHeader.of(new InetSocketAddress(source, port));
    }

    private static InetAddress address(String what, String word, boolean four) {
        boolean right = four ? isDotted(word) : isColoned(word);
        if (!right) {
            throw wrong(what, word, four ? "an IPv4 address" : "an IPv6 address");
        }
        try {
            return InetAddress.getByAddress(NetUtil.createByteArrayFromIpAddressString(word));
        } catch (UnknownHostException e) {
            throw wrong(what, word, "an address");
        }
    }

    private static boolean isDotted(String word) {
        return word.matches(DOTTED) && NetUtil.isValidIpV4Address(word);
    }

    private static boolean isColoned(String word) {
        return word.matches("[0-9A-Fa-f:]*:([0-9A-Fa-f]*|" + DOTTED + ")") && NetUtil.isValidIpV6Address(word);
    }

    private static int port(String what, String word) {
        if (!word.matches("0|[1-9][0-9]{0,4}") || Integer.parseInt(word) > 65_535) {
            throw wrong(what, word, "0 to 65535");
        }
        return Integer.parseInt(word);
    }

    private static ProxyHeader.Malformed wrong(String what, String value, String expected) {
        String shown = PeerBytes.escape(value.getBytes(StandardCharsets.ISO_8859_1));
        return new ProxyHeader.Malformed("PROXY v1 " + what, shown.isEmpty() ? "''" : shown, expected);
    }
}
