package io.quintet.admin;

/** One answer of the admin listener. */
record Page(int status, String contentType, String body) {
    /** One line of text. */
    static Page line(int status, String text) {
        return new Page(status, "text/plain; charset=utf-8", text + "\n");
    }
}
