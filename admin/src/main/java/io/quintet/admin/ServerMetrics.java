package io.quintet.admin;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.quintet.server.BufferStatistics;
import io.quintet.server.ConnectionStatistics;
import io.quintet.server.QuintetServer;
import io.quintet.server.RequestStatistics;
import io.quintet.server.ServerStatistics;

/** What {@code /metrics} says of one server; the names are a promise. Safe from any thread. */
final class ServerMetrics implements MultiCollector {
    private final QuintetServer server;
    private final String version;

    ServerMetrics(QuintetServer server, String version) {
        this.server = server;
        this.version = version;
    }

    @Override
    public MetricSnapshots collect() {
        ServerStatistics now = server.statistics();
        Samples samples = new Samples();
        samples.info(
                "quintet_build",
                "Version and transport, as labels",
                "version",
                version,
                "transport",
                server.transport());
        samples.gauge("quintet_ready", "1 until the server is asked to end, then 0", now.ready());
        addConnections(samples, now.connections());
        addRequests(samples, now.requests());
        addBuffers(samples, now.buffers());
        now.certificateEnd()
                .ifPresent(end -> samples.gauge(
                        "quintet_tls_certificate_not_after_timestamp_seconds",
                        "Until when the certificate is valid that is shown to peers",
                        end.getEpochSecond()));
        return samples.all();
    }

    private static void addConnections(Samples samples, ConnectionStatistics connections) {
        samples.gauge("quintet_connections", "Open connections", connections.open());
        samples.counter("quintet_connections_accepted", "Connections accepted, let in or not", connections.accepted());
        samples.counters("quintet_connections_closed", "Connections closed, by close reason", connections.closed());
        samples.counter("quintet_tls_handshakes", "TLS handshakes that succeeded", connections.handshakes());
        samples.counters("quintet_pauses", "Pauses in reading a connection, by reason", connections.pauses());
    }

    private static void addRequests(Samples samples, RequestStatistics requests) {
        samples.counter("quintet_requests", "Requests received", requests.received());
        samples.counter("quintet_answers", "Requests answered", requests.answered());
        samples.counter(
                "quintet_requests_unanswered",
                "Requests that get no answer: the logic gave none or failed, or their connection ended",
                requests.unanswered());
        samples.gauge("quintet_requests_in_flight", "Requests being answered", requests.inFlight());
        samples.counters("quintet_logic_failures", "Requests whose logic failed, by how", requests.failures());
        samples.counter(
                "quintet_received_bytes",
                "Bytes received, less those of TLS and PROXY headers",
                requests.receivedBytes());
        samples.counter("quintet_sent_bytes", "Bytes of frames written, less those of TLS", requests.sentBytes());
    }

    private static void addBuffers(Samples samples, BufferStatistics buffers) {
        boolean bounded = buffers.limit() < Long.MAX_VALUE;
        samples.gauge("quintet_buffer_bytes", "Memory of buffers outside the heap", buffers.used());
        samples.gauge(
                "quintet_buffer_limit_bytes",
                "Memory of buffers beyond which connections are refused and paused",
                bounded ? (double) buffers.limit() : Double.POSITIVE_INFINITY);
        samples.gauge("quintet_overload", "1 while buffers are over their limit, else 0", buffers.isExceeded());
    }
}
