package io.quintet.client;

/** How far the client has come. */
enum Phase {
    /** Takes requests. */
    OPEN,
    /** Takes none; what it has taken is answered, then the server is to close. */
    FINISHING,
    /** Takes none; what it has taken is answered, then it closes. */
    CLOSING,
    /** Over. */
    ENDED
}
