package io.quintet.client;

/** What a call does when as many requests as allowed are in flight. */
public enum WhenFull {
    /**
     * The calling thread waits for room, as long as the call may take in all. On the client's event loop nothing may
     * wait: there it fails as {@link #FAIL} does.
     */
    WAIT,
    /** The call fails at once with {@link ClientError#TOO_MANY_IN_FLIGHT}. */
    FAIL
}
