package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.logic.Logics;
import io.quintet.server.QuintetServer;
import io.quintet.testing.RawPeer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Looking at a busy server changes nothing, and what is seen makes sense at any time. */
class ScrapesUnderLoadIT {
    private static final ListenAddress.Tcp ANYWHERE = new ListenAddress.Tcp("127.0.0.1", 0);
    private static final byte[] FRAMES = "00003abc00002de00001f".repeat(50).getBytes(StandardCharsets.US_ASCII);
    private static final int SCRAPES = 100;

    /** Sends and reads until told to stop; how often it did is then in {@code rounds}. */
    private static final class Load extends Thread {
        private final RawPeer peer;
        private volatile boolean stopped;
        private int rounds;

        Load(RawPeer peer) {
            this.peer = peer;
        }

        @Override
        public void run() {
            while (!stopped) {
                peer.send(FRAMES).gets(FRAMES);
                rounds++;
            }
        }

        int end() throws InterruptedException {
            stopped = true;
            join();
            return rounds;
        }
    }

    @Test
    void sumsOnlyGrowAndAreExactInTheEnd() throws Exception {
        ServerSettings defaults = ServerSettings.defaults().withListening(Listening.on(ANYWHERE));
        ServerSettings settings = defaults.withEventLoops(defaults.eventLoops().withThreads(2));
        try (QuintetServer server = QuintetServer.start(settings, List.of(Logics.bytes(request -> request)));
                RawPeer first = RawPeer.connect(server.addresses().get(0));
                RawPeer second = RawPeer.connect(server.addresses().get(0))) {
            MetricsPage page = new MetricsPage(server, "");
            Load firstLoad = new Load(first);
            Load secondLoad = new Load(second);
            firstLoad.start();
            secondLoad.start();

            long answersBefore = 0;
            for (int i = 0; i < SCRAPES; i++) {
                String scraped = page.page(null).body();
                long answers = value(scraped, "quintet_answers_total");
                assertThat(answers).isGreaterThanOrEqualTo(answersBefore);
                assertThat(value(scraped, "quintet_requests_total")).isGreaterThanOrEqualTo(answers);
                answersBefore = answers;
            }
            long requests = 150L * (firstLoad.end() + secondLoad.end());
            assertThat(value(page.page(null).body(), "quintet_requests_total")).isEqualTo(requests);
        }
    }

    private static long value(String scraped, String name) {
        Matcher sample = Pattern.compile("\n" + name + " (\\S+)\n").matcher(scraped);
        assertThat(sample.find()).as(name).isTrue();
        return (long) Double.parseDouble(sample.group(1));
    }
}
