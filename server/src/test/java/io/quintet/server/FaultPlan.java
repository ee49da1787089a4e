package io.quintet.server;

import java.util.Random;

/**
 * What happens to one connection through a {@link FaultProxy}; the same seed gives the same.
 *
 * @param connectMillis how long its beginning is held, so that connections overtake each other
 */
record FaultPlan(int connectMillis, FaultLane toServer, FaultLane toClient) {
    /** Of so many connections one ends before its time. */
    private static final int ENDING = 3;

    /** @param bytes about as many as will pass in each direction */
    static FaultPlan of(Random random, int bytes) {
        FaultLane.End toServer = random.nextInt(ENDING) == 0 ? anyEnd(random) : FaultLane.End.NEVER;
        FaultLane.End toClient = random.nextInt(2 * ENDING) == 0 ? anyEnd(random) : FaultLane.End.NEVER;
        return new FaultPlan(
                random.nextInt(3) == 0 ? random.nextInt(40) : 0,
                FaultLane.of(random, toServer, bytes),
                FaultLane.of(random, toClient, bytes));
    }

    private static FaultLane.End anyEnd(Random random) {
        FaultLane.End[] all = FaultLane.End.values();
        return all[1 + random.nextInt(all.length - 1)];
    }

    boolean has(FaultLane.End end) {
        return toServer.end() == end || toClient.end() == end;
    }
}
