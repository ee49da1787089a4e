package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.testing.RawPeer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's server and what it says of itself over HTTP. */
class AdminIT {
    @TempDir
    private Path scratch;

    private HttpResponse<String> get(String path) throws Exception {
        String address = Files.readAllLines(scratch.resolve("admin")).get(0);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + address + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void itIsFoundAskedAndGoneWithTheServer() throws Exception {
        Path portFile = scratch.resolve("admin");
        try (ServedProcess serving = ServedProcess.start(
                        Launching.LAUNCHER,
                        scratch,
                        "--logic=delay:300ms",
                        "--admin-listen=127.0.0.1:0",
                        "--admin-port-file=" + portFile);
                RawPeer peer = serving.connect()) {
            peer.send("00003abc").gets("00003abc");

            assertThat(serving.log())
                    .contains(", admin on " + Files.readString(portFile).strip() + ", started in ");
            assertThat(get("/metrics").body()).contains("\nquintet_requests_total 1.0\n");
            assertThat(get("/ready").statusCode()).isEqualTo(200);
            peer.send("00003def");
            await().until(() -> get("/metrics").body().contains("\nquintet_requests_in_flight 1.0\n"));
            serving.signal("TERM");
            serving.awaitLog("SIGTERM: draining");
            peer.gets("00003def").finish();

            assertThat(serving.awaitEnd()).isZero();
            assertThat(portFile).doesNotExist();
        }
    }

    @Test
    void nothingOfItIsLoadedUnlessItIsAskedFor() throws Exception {
        Map<String, String> loud =
                Map.of("QUINTET_JAVA_OPTS", "-Xlog:class+load=info:file=" + scratch.resolve("classes"));
        try (ServedProcess serving = ServedProcess.start(Launching.LAUNCHER, scratch, loud)) {
            serving.signal("TERM");
            assertThat(serving.awaitEnd()).isZero();
        }

        assertThat(Files.readString(scratch.resolve("classes")))
                .contains("io.quintet.server.QuintetServer ")
                .doesNotContain("io.quintet.admin", "io.prometheus", "net.httpserver", "java.lang.management");
    }
}
