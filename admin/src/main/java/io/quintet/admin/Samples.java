package io.quintet.admin;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;

/** The values of one scrape as they are gathered. */
final class Samples {
    private final MetricSnapshots.Builder gathered = MetricSnapshots.builder();

    void gauge(String name, String help, boolean value) {
        gauge(name, help, value ? 1L : 0L);
    }

    void gauge(String name, String help, long value) {
        gauge(name, help, (double) value);
    }

    void gauge(String name, String help, double value) {
        gathered.metricSnapshot(GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build());
    }

    /** @param name without the {@code _total} that it is shown with */
    void counter(String name, String help, long value) {
        gathered.metricSnapshot(CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(
                        CounterDataPointSnapshot.builder().value((double) value).build())
                .build());
    }

    /** One value for each reason. */
    void counters(String name, String help, Map<?, Long> byReason) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        byReason.forEach((reason, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(Labels.of("reason", reason.toString()))
                .value((double) value)
                .build()));
        gathered.metricSnapshot(counter.build());
    }

    /** @param labels names and values in turn */
    void info(String name, String help, String... labels) {
        gathered.metricSnapshot(InfoSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(InfoDataPointSnapshot.builder()
                        .labels(Labels.of(labels))
                        .build())
                .build());
    }

    MetricSnapshots all() {
        return gathered.build();
    }
}
