package io.quintet.client;

/** What a client does after losing its connection. */
public enum Reconnect {
    /** It ends: every request fails, and further ones are refused. */
    NEVER,
    /**
     * It connects again for the requests that never left, at once if somebody listens for pushes and else when one is
     * there. Requests in flight fail with {@link ClientException#mayHaveRun}: they may have been executed.
     */
    UNSENT,
    /** As {@link #UNSENT}, but what was in flight is sent again too: only for requests that may be executed twice. */
    RESEND
}
