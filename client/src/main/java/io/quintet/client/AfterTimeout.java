package io.quintet.client;

/** What becomes of a connection on which a request got no answer in time. */
public enum AfterTimeout {
    /**
     * It is closed, since an answer that never comes would give every later request the wrong one. The other requests
     * in flight on it fail with {@link ClientError#CONNECTION_LOST}.
     */
    CLOSE,
    /**
     * It stays, and the next answer counts as the late one and is dropped: only for servers that answer every request
     * in the end. The request keeps its place in flight until then.
     */
    KEEP_PLACE
}
