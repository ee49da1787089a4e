package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Logics;
import io.quintet.logic.Reply;
import io.quintet.protocol.CloseReason;
import io.quintet.server.DrainReport;
import io.quintet.server.QuintetServer;
import io.quintet.server.ServerStartException;
import io.quintet.testing.RawPeer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin listener as monitoring sees it. */
class AdminServerIT {
    private static final ListenAddress.Tcp ANYWHERE = new ListenAddress.Tcp("127.0.0.1", 0);
    private static final Logic ECHO = Logics.bytes(request -> request);

    /** A server and what it says of itself. */
    private record Watched(QuintetServer server, AdminServer admin) implements AutoCloseable {
        static Watched start(Logic logic) {
            QuintetServer server = QuintetServer.start(
                    ServerSettings.defaults().withListening(Listening.on(ANYWHERE)), List.of(logic));
            return new Watched(server, AdminServer.start(ANYWHERE, server, "1.2.3"));
        }

        RawPeer connect() {
            return RawPeer.connect(server.addresses().get(0));
        }

        RawPeer connectToAdmin() {
            return RawPeer.connect(admin.address());
        }

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + admin.address().getPort() + path));
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(request(path));
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        }

        String metrics() throws IOException, InterruptedException {
            return get("/metrics").body();
        }

        @Override
        public void close() {
            admin.close();
            server.stopNow().toCompletableFuture().join();
        }
    }

    @Test
    void metricsAreThoseOfTheServer() throws Exception {
        try (Watched watched = Watched.start(ECHO);
                RawPeer peer = watched.connect();
                RawPeer wrong = watched.connect()) {
            peer.send("00003abc00002de").gets("00003abc00002de");
            wrong.send("GET / HTTP/1.1\r\n\r\n").getsEnd().close();
            await().until(() -> watched.metrics().contains("\nquintet_connections 1.0\n"));

            assertThat(watched.metrics())
                    .contains(
                            "# TYPE quintet_connections gauge\n",
                            "# TYPE quintet_requests_total counter\n",
                            "\nquintet_build_info{transport=\""
                                    + watched.server().transport() + "\",version=\"1.2.3\"} 1\n",
                            "\nquintet_ready 1.0\n",
                            "\nquintet_connections_accepted_total 2.0\n",
                            "\nquintet_connections_closed_total{reason=\"bad-header\"} 1.0\n",
                            "\nquintet_connections_closed_total{reason=\"drained\"} 0.0\n",
                            "\nquintet_requests_total 2.0\n",
                            "\nquintet_answers_total 2.0\n",
                            "\nquintet_sent_bytes_total 15.0\n",
                            "\nquintet_pauses_total{reason=\"memory\"} 0.0\n",
                            "\nquintet_logic_failures_total{reason=\"logic-timeout\"} 0.0\n",
                            "\nquintet_overload 0.0\n",
                            "\njvm_gc_collection_seconds_count{gc=",
                            "\nprocess_open_fds ")
                    .doesNotContain("quintet_tls_certificate");
        }
    }

    @Test
    void everyCloseReasonIsThereFromTheStart() throws Exception {
        try (Watched watched = Watched.start(ECHO)) {
            String metrics = watched.metrics();

            for (CloseReason reason : CloseReason.values()) {
                assertThat(metrics).contains("\nquintet_connections_closed_total{reason=\"" + reason + "\"} 0.0\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text/plain | text/plain; version=0.0.4; charset=utf-8
                    */* | text/plain; version=0.0.4; charset=utf-8
                    application/openmetrics-text;version=1.0.0,text/plain;q=0.5 | application/openmetrics-text; version=1.0.0; charset=utf-8
                    application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited | text/plain; version=0.0.4; charset=utf-8
                    """)
    void theFormatIsWhatTheClientTakes(String accepted, String expected) throws Exception {
        try (Watched watched = Watched.start(ECHO)) {
            HttpResponse<String> response =
                    watched.send(watched.request("/metrics").header("Accept", accepted));

            assertThat(response.headers().firstValue("Content-Type")).contains(expected);
            assertThat(response.body().endsWith("# EOF\n")).isEqualTo(expected.contains("openmetrics"));
        }
    }

    @Test
    void aServerThatDrainsIsAliveAndNotReady() throws Exception {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        AsyncLogic held = (request, connection) -> answer;
        try (Watched watched = Watched.start(held);
                RawPeer peer = watched.connect()) {
            assertThat(watched.get("/ready").body()).isEqualTo("ready\n");
            peer.send("00003abc");
            await().until(() -> watched.metrics().contains("\nquintet_requests_in_flight 1.0\n"));
            CompletionStage<DrainReport> draining = watched.server().drain();

            assertThat(watched.get("/ready").statusCode()).isEqualTo(503);
            assertThat(watched.get("/live").statusCode()).isEqualTo(200);
            assertThat(watched.metrics()).contains("\nquintet_ready 0.0\n");
            answer.complete(Reply.of(new byte[] {'x'}));
            peer.gets("00001x").getsEnd().finish();
            draining.toCompletableFuture().join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/metrics/", "/metrics/x", "/readyx", "/../etc/passwd", "//metrics"})
    void otherPathsAreNotFound(String path) throws Exception {
        try (Watched watched = Watched.start(ECHO)) {
            HttpResponse<String> response = watched.get(path);

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).hasLineCount(1);
        }
    }

    @Test
    void nothingCanBeSentToIt() throws Exception {
        try (Watched watched = Watched.start(ECHO)) {
            HttpResponse<String> posted =
                    watched.send(watched.request("/metrics").POST(BodyPublishers.noBody()));
            HttpResponse<String> withBody =
                    watched.send(watched.request("/ready").method("GET", BodyPublishers.ofString("x")));
            HttpResponse<String> head =
                    watched.send(watched.request("/metrics").method("HEAD", BodyPublishers.noBody()));

            assertThat(posted.statusCode()).isEqualTo(405);
            assertThat(posted.headers().firstValue("Allow")).contains("GET, HEAD");
            assertThat(withBody.statusCode()).isEqualTo(413);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void bytesThatAreNoHttpHarmNobody() throws Exception {
        try (Watched watched = Watched.start(ECHO);
                RawPeer silent = watched.connectToAdmin();
                RawPeer slow = watched.connectToAdmin().send("GET /metr");
                RawPeer odd = watched.connectToAdmin().send("GET x:y HTTP/1.1\r\n\r\n");
                RawPeer wrong = watched.connectToAdmin().send("00003abc\r\n\r\n")) {
            odd.getsEnd();
            assertThat(wrong.untilEnd()).startsWith("HTTP/1.1 400");
            assertThat(watched.get("/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoStallsInItsRequestIsCut() {
        try (Watched watched = Watched.start(ECHO);
                RawPeer first = watched.connectToAdmin().send("GET /metr");
                RawPeer second = watched.connectToAdmin().send("GET /metrics HTTP/1.1\r\nA: b");
                RawPeer third = watched.connectToAdmin().send("GET /live HTTP/1.0\r\n\r\n")) {
            assertThat(third.untilEnd()).startsWith("HTTP/1.1 200");
            assertThat(isCut(first)).isTrue();
            assertThat(isCut(second)).isTrue();
        }
    }

    private static boolean isCut(RawPeer peer) {
        try {
            return peer.socket().getInputStream().read() < 0;
        } catch (SocketTimeoutException silence) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void aBusyPortIsOneLine() {
        try (Watched watched = Watched.start(ECHO)) {
            ListenAddress.Tcp taken =
                    new ListenAddress.Tcp("127.0.0.1", watched.admin().address().getPort());

            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> AdminServer.start(taken, watched.server(), ""))
                    .withMessage("admin-listen: " + taken
                            + " (expected: an address that can be bound; Address already in use)");
        }
    }

    @Test
    void aNameWithoutAnAddressIsOneLine() {
        try (Watched watched = Watched.start(ECHO)) {
            ListenAddress.Tcp nowhere = new ListenAddress.Tcp("nowhere.invalid", 1);

            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> AdminServer.start(nowhere, watched.server(), ""))
                    .withMessage("admin-listen: nowhere.invalid:1 (expected: an address that can be bound;"
                            + " a name without an address)");
        }
    }
}
