package io.quintet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import io.netty.util.ResourceLeakTracker;
import org.junit.jupiter.api.Test;

class LeakGuardTest {
    private final ResourceLeakDetector<Object> detector =
            ResourceLeakDetectorFactory.instance().newResourceLeakDetector(Object.class);

    @Test
    void everyRunIsWatchedAtParanoid() {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
        assertThat(detector).isInstanceOf(LeakRecorder.class);
    }

    @Test
    void aResourceThatIsDroppedUnreleasedIsFound() throws InterruptedException {
        detector.track(new Object());

        assertThat(LeakGuard.collectLeaks()).singleElement().asString().startsWith("Object");
    }

    @Test
    void aResourceThatIsReleasedIsNoLeak() throws InterruptedException {
        Object resource = new Object();
        ResourceLeakTracker<Object> tracker = detector.track(resource);

        tracker.close(resource);

        assertThat(LeakGuard.collectLeaks()).isEmpty();
    }
}
