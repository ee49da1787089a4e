package io.quintet.client;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of a {@link ServerAddress}. */
final class ServerAddressText {
    private static final String UNIX = "unix:";
    private static final Pattern TCP = Pattern.compile("(?:\\[([0-9A-Fa-f:.%\\w]+)]|([^:\\s\\[\\]]+)):([0-9]{1,5})");

    private ServerAddressText() {}

    static ServerAddress parse(String text) {
        return text.startsWith(UNIX) ? parsePath(text) : parseTcp(text);
    }

    static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "address: " + text + " (expected: HOST:PORT, [IPV6]:PORT or unix:PATH, the port 1 to 65535)");
    }

    private static ServerAddress parsePath(String text) {
        String path = text.substring(UNIX.length());
        try {
            if (!path.isEmpty()) {
                return new ServerAddress.Unix(Path.of(path));
            }
        } catch (InvalidPathException e) {
            throw (IllegalArgumentException) wrong(text).initCause(e);
        }
        throw wrong(text);
    }

    private static ServerAddress parseTcp(String text) {
        Matcher form = TCP.matcher(text);
        if (!form.matches()) {
            throw wrong(text);
        }
        String host = form.group(1) == null ? form.group(2) : form.group(1);
        int port = Integer.parseInt(form.group(3));
        if (port < 1 || port > 65_535) {
            throw wrong(text);
        }
        return new ServerAddress.Tcp(host, port);
    }
}
