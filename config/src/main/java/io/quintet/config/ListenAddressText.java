package io.quintet.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From text to a {@link ListenAddress}, with the reason where it is none. */
final class ListenAddressText {
    private static final String EXPECTED = "HOST:PORT, [IPV6]:PORT or unix:PATH";
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*)\\]:(\\d{1,9})");
    private static final Pattern PLAIN = Pattern.compile("([^\\[\\]:]*):(\\d{1,9})");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?");
    private static final Pattern ONLY_NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");

    private ListenAddressText() {}

    static ListenAddress parse(String text) {
        if (text.startsWith("unix:")) {
            return unix(text);
        }
        Matcher form = BRACKETED.matcher(text);
        if (!form.matches()) {
            form = PLAIN.matcher(text);
        }
        if (!form.matches()) {
            throw new SettingException("listen", text, hint(text));
        }
        String host = form.group(1);
        if (host.isEmpty()) {
            String port = form.group(2);
            throw new SettingException(
                    "listen", text, "127.0.0.1:" + port + " for this machine only, 0.0.0.0:" + port + " for all");
        }
        return new ListenAddress.Tcp(host, port(text, form.group(2)));
    }

    /** Checks a literal; a name is left to whoever looks it up. */
    static void requireHost(String host) {
        if (host.indexOf(':') >= 0) {
            requireIpv6(host);
        } else if (ONLY_NUMBERS.matcher(host).matches()) {
            requireIpv4(host);
        } else if (!HOST_NAME.matcher(host).matches()) {
            throw new SettingException("listen", host, "a host name or an address");
        }
    }

    private static ListenAddress unix(String text) {
        try {
            return new ListenAddress.Unix(Path.of(text.substring("unix:".length())));
        } catch (InvalidPathException e) {
            throw new SettingException("listen", text.replace('\0', '?'), "unix:PATH");
        }
    }

    private static int port(String text, String digits) {
        int port = Integer.parseInt(digits);
        if (port > 65_535) {
            throw new SettingException("listen", text, "a port from 0 to 65535");
        }
        return port;
    }

    private static String hint(String text) {
        if (text.matches("\\d{1,5}")) {
            return EXPECTED + "; did you mean 127.0.0.1:" + text + "?";
        }
        int last = text.lastIndexOf(':');
        if (text.indexOf(':') != last
                && !text.contains("[")
                && text.substring(last + 1).matches("\\d+")) {
            return EXPECTED + "; did you mean [" + text.substring(0, last) + "]:" + text.substring(last + 1) + "?";
        }
        return EXPECTED;
    }

    private static void requireIpv4(String host) {
        String[] octets = host.split("\\.", -1);
        boolean good = octets.length == 4;
        for (String octet : octets) {
            good = good && OCTET.matcher(octet).matches() && Integer.parseInt(octet) <= 255;
        }
        if (!good) {
            throw new SettingException("listen", host, "an IPv4 address: four numbers from 0 to 255");
        }
    }

    /** A text with a colon is never looked up, so that the JDK can be asked whether it is an address. */
    private static void requireIpv6(String host) {
        try {
            InetAddress.getByName("[" + host + "]");
        } catch (UnknownHostException e) {
            throw new SettingException("listen", "[" + host + "]", "an IPv6 address");
        }
    }
}
