package io.quintet.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.RawPeer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The game of the document, with players who come, go, crash, do not listen and end it. */
@Timeout(180)
class GameLineageIT {
    private static final String WELCOME = "00007welcome";

    @TempDir
    private Path folder;

    private Served game;

    @BeforeEach
    void start() throws IOException {
        LineageDocument.writeSources(folder);
        game = Served.start(folder, LineageDocument.server("Connection events of a game"));
    }

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void allHearWhatEachSaysUntilOneEndsTheGame() throws InterruptedException {
        try (RawPeer first = game.connect().gets(WELCOME);
                RawPeer second = game.connect().gets(WELCOME)) {
            first.send("00002hi");
            first.gets("00002hi");
            second.gets("00002hi");

            second.send("00002me00004stop");

            first.gets("00002me").getsEnd();
            second.gets("00002me").getsEnd();
        }
        assertThat(game.end()).isZero();
    }

    @Test
    void whoCrashesOrDoesNotListenHarmsNoOther() {
        try (RawPeer player = game.connect().gets(WELCOME);
                RawPeer deaf = RawPeer.connect(game.address(), 4096).gets(WELCOME)) {
            game.connect().gets(WELCOME).reset();
            String frame = "50000" + "x".repeat(50_000);

            for (int i = 0; i < 500 && !game.hasPrinted("does not read"); i++) {
                player.send(frame).gets(frame);
            }

            game.printed("player 2", "does not read", "closing");
            player.send("00002ok").gets("00002ok");
        }
    }
}
