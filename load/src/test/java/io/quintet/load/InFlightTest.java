package io.quintet.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.protocol.Framing;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight inFlight = new InFlight(4);
    private final Meter meter = new Meter();

    @Test
    void everyAnswerIsMeasuredFromItsOwnStart() {
        meter.measureFrom(0);

        inFlight.add(3, 100);
        inFlight.add(1, 200);
        inFlight.complete(2, 300, meter);
        inFlight.add(2, 300);
        inFlight.complete(4, 1000, meter);

        Meter.Reading reading = meter.take();
        assertThat(inFlight.total()).isZero();
        assertThat(reading.latency().getTotalCount()).isEqualTo(6);
        assertThat(reading.latency().getCountAtValue(200)).isEqualTo(2);
        assertThat(reading.latency().getCountAtValue(900)).isEqualTo(1);
        assertThat(reading.latency().getCountAtValue(800)).isEqualTo(1);
        assertThat(reading.latency().getCountAtValue(700)).isEqualTo(2);
    }

    @Test
    void whatBeganBeforeMeasuringIsNotMeasured() {
        inFlight.add(1, 100);
        meter.measureFrom(150);
        inFlight.add(1, 160);

        inFlight.complete(2, 300, meter);

        assertThat(meter.take().latency().getTotalCount()).isEqualTo(1);
    }

    @Test
    void aRunOfFramesHasTheirBytes() {
        var ring = new FrameRing(Framing.DEFAULT, Loads.bytes("a", "bb", "ccc"), 2);

        assertThat(ring.count()).isEqualTo(6);
        assertThat(ring.length()).isEqualTo(42);
        assertThat(ring.bytesOf(0, 6)).isEqualTo(42);
        assertThat(ring.bytesOf(5, 1)).isEqualTo(8);
        assertThat(ring.bytesOf(5, 2)).isEqualTo(14);
        assertThat(ring.bytesOf(2, 13)).isEqualTo(2 * 42 + 8);
        assertThat(ring.bytesOf(4, 0)).isZero();
    }
}
