package io.quintet.server;

/** Headers of the PROXY protocol as text in which each character stands for one byte. */
final class ProxyBytes {
    private ProxyBytes() {}

    static String v1(String source) {
        return "PROXY TCP4 " + source + " 198.51.100.1 56324 443\r\n";
    }

    static String v2(int command, int family, String behind) {
        return "\r\n\r\n\0\r\nQUIT\n" + (char) command + (char) family + (char) (behind.length() >> 8)
                + (char) (behind.length() & 0xff) + behind;
    }

    /** For a source whose four bytes are characters. */
    static String v2(String source) {
        return v2(0x21, 0x11, source + "\u00c63d\1\u00dc\4\1\u00bb");
    }
}
