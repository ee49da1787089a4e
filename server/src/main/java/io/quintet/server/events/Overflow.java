package io.quintet.server.events;

/** What happens to a connection whose event does not fit into the queue. Neither choice loses an event. */
public enum Overflow {
    /**
     * Its event waits outside and the connection is not read any more until there is room, so that a peer which sends
     * faster than the program polls is slowed down by TCP itself. At most two events of a connection wait outside.
     */
    PAUSE,

    /**
     * The connection is closed as {@code closed-by-logic}; the frame that did not fit is not delivered. For programs that would rather lose
     * a peer than fall behind. A peer whose connecting did not fit is never reported.
     */
    DISCONNECT
}
