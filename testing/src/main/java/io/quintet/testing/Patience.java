package io.quintet.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.Extension;

/** Has tests wait for a minute: a machine may be slow or busy, and one that is neither waits no longer than it must. */
public final class Patience implements Extension {
    /** JUnit's constructor. */
    public Patience() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }
}
