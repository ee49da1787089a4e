package io.quintet.admin;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quintet.server.QuintetServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The metrics of one server and of the process that it runs in. Safe from any thread. */
final class MetricsPage {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormatWriter text;
    private final ExpositionFormatWriter openMetrics;

    /** The JVM's threads are left out: looking at them stops them all. */
    MetricsPage(QuintetServer server, String version) {
        ExpositionFormats formats = ExpositionFormats.init();
        text = formats.getPrometheusTextFormatWriter();
        openMetrics = formats.getOpenMetricsTextFormatWriter();
        registry.register(new ServerMetrics(server, version));
        JvmBufferPoolMetrics.builder().register(registry);
        JvmClassLoadingMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        JvmMemoryMetrics.builder().register(registry);
        JvmRuntimeInfoMetric.builder().register(registry);
        ProcessMetrics.builder().register(registry);
    }

    /** @param accept the formats that the client takes: OpenMetrics where it says so, else the text of Prometheus */
    Page page(@Nullable String accept) throws IOException {
        ExpositionFormatWriter format = openMetrics.accepts(accept) ? openMetrics : text;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        format.write(body, registry.scrape(), EscapingScheme.fromAcceptHeader(accept));
        return new Page(200, format.getContentType(), body.toString(StandardCharsets.UTF_8));
    }
}
