package io.quintet.load;

import java.util.List;

/** When requests are sent. Confined to its event loop. */
interface Pacing {
    /** Begins on these connections, the loop's own list. */
    void begin(List<LoadConnection> connections);

    /** Further requests come out of this. */
    void spend(Budget budget);

    /** A connection has been opened, or has got {@code answers} answers at {@code now}. */
    void onRoom(LoadConnection connection, int answers, long now);

    /** From now on none becomes due. */
    void stop();

    /** Whether no request will be sent any more. */
    boolean isDone();

    /** Requests that are due and were not sent. */
    long overdue();
}
