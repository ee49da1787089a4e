package io.quintet.client;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The places that one client's requests take from the call until the answer. Safe from any thread. */
final class Slots {
    private final Semaphore free;
    private final ClientSettings.CallLimits limits;

    Slots(ClientSettings.CallLimits limits) {
        this.limits = limits;
        this.free = new Semaphore(limits.maxInFlight());
    }

    /** Takes a place; where the caller may wait, as long as its request may take. */
    void take(boolean mayWait) {
        if (free.tryAcquire()) {
            return;
        }
        if (!mayWait || limits.whenFull() == WhenFull.FAIL) {
            throw full();
        }
        try {
            waitForPlace();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException(
                    ClientError.TOO_MANY_IN_FLIGHT,
                    "client.max-in-flight: interrupted (expected: to wait for room)",
                    false,
                    e);
        }
    }

    void giveBack() {
        free.release();
    }

    int taken() {
        return limits.maxInFlight() - free.availablePermits();
    }

    private void waitForPlace() throws InterruptedException {
        if (limits.timeout().isZero()) {
            free.acquire();
        } else if (!free.tryAcquire(limits.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
            throw full();
        }
    }

    private ClientException full() {
        return new ClientException(
                ClientError.TOO_MANY_IN_FLIGHT,
                "client.max-in-flight: " + limits.maxInFlight() + " in flight (expected: fewer when calling)");
    }
}
