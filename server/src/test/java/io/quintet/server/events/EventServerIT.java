package io.quintet.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import io.quintet.protocol.CloseReason;
import io.quintet.testing.RawPeer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Real peers and a program that polls, on every transport. */
@Timeout(120)
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = TransportChoice.class,
        names = {"NIO", "EPOLL", "IO_URING"})
class EventServerIT {
    @Parameter
    private TransportChoice transport;

    private Program program;

    @BeforeEach
    void start() {
        program = Program.start(transport, EventServer.DEFAULT_CAPACITY, Overflow.PAUSE);
    }

    @AfterEach
    void end() {
        program.close();
    }

    @Test
    void eventsOfAConnectionComeInOrderFromConnectedToDisconnected() {
        try (RawPeer peer = program.connect()) {
            peer.send("00003abc00003xyz").finish();

            long id = program.next(Event.Connected.class).id();
            assertThat(program.next(Event.Received.class).text()).isEqualTo("abc");
            assertThat(program.next(Event.Received.class).text()).isEqualTo("xyz");
            assertThat(program.next(Event.Disconnected.class)).isEqualTo(new Event.Disconnected(id, CloseReason.EOF));
            peer.getsEnd();
        }
    }

    @Test
    void connectedTellsThePeersAddress() {
        try (RawPeer peer = program.connect()) {
            assertThat(program.next(Event.Connected.class).remoteAddress())
                    .isEqualTo(peer.socket().getLocalSocketAddress());
            assertThat(program.server().count()).isEqualTo(1);
        }
    }

    @Test
    void aFrameSentToAConnectionReachesItsPeer() {
        try (RawPeer first = program.connect()) {
            long one = program.next(Event.Connected.class).id();
            try (RawPeer second = program.connect()) {
                long other = program.next(Event.Connected.class).id();

                assertThat(program.server().send(other, Program.bytes("other"))).isEqualTo(SendResult.ACCEPTED);
                assertThat(program.server().send(one, Program.bytes("one"))).isEqualTo(SendResult.ACCEPTED);

                first.gets("00003one");
                second.gets("00005other");
            }
        }
    }

    @Test
    void aPeerThatHasEndedItsSideStillGetsItsAnswers() {
        try (RawPeer peer = program.connect()) {
            peer.send("00003abc00003xyz").finish();

            program.next(Event.Connected.class);
            for (String answer : List.of("first", "again")) {
                Event event = program.next(Event.Received.class);
                assertThat(program.server().send(event.id(), Program.bytes(answer)))
                        .isEqualTo(SendResult.ACCEPTED);
            }
            program.next(Event.Disconnected.class);

            peer.gets("00005first00005again").getsEnd();
        }
    }

    @Test
    void closingWritesWhatWasSentAndDeliversWhatWasReceived() {
        try (RawPeer peer = program.connect()) {
            peer.send("00003abc00003xyz");
            long id = program.next(Event.Connected.class).id();
            program.next(Event.Received.class);

            assertThat(program.server().send(id, Program.bytes("bye"))).isEqualTo(SendResult.ACCEPTED);
            assertThat(program.server().close(id)).isEqualTo(CloseResult.CLOSING);

            peer.gets("00003bye").getsEnd();
            List<Event> rest = program.until(1, Event.Disconnected.class);
            assertThat(rest).contains(new Event.Disconnected(id, CloseReason.CLOSED_BY_LOGIC));
            assertThat(program.server().close(id)).isEqualTo(CloseResult.ENDED);
            assertThat(program.server().send(id, Program.bytes("late"))).isEqualTo(SendResult.ENDED);
        }
    }

    @Test
    void everyRefusalHasItsResult() {
        assertThat(program.server().send(4711, Program.bytes("a"))).isEqualTo(SendResult.UNKNOWN);
        assertThat(program.server().close(0)).isEqualTo(CloseResult.UNKNOWN);
        try (RawPeer peer = program.connect()) {
            long id = program.next(Event.Connected.class).id();
            assertThat(program.server().send(id, new byte[100_000])).isEqualTo(SendResult.TOO_LONG);
            assertThat(program.server().send(id, Program.bytes("fits"))).isEqualTo(SendResult.ACCEPTED);
            peer.gets("00004fits");
        }
    }

    @Test
    void aPeerThatDoesNotReadIsReportedAndNotBuffered() {
        try (RawPeer peer = RawPeer.connect(program.server().addresses().get(0), 4096)) {
            long id = program.next(Event.Connected.class).id();
            SendResult result = SendResult.ACCEPTED;
            int sent = 0;
            while (result.isAccepted() && sent < 10_000) {
                result = program.server().send(id, new byte[50_000]);
                sent++;
            }

            assertThat(result).isEqualTo(SendResult.FULL);
        }
    }

    @Test
    void idsAreNeverReused() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            try (RawPeer peer = program.connect()) {
                ids.add(program.next(Event.Connected.class).id());
                peer.finish().getsEnd();
                program.next(Event.Disconnected.class);
            }
        }

        assertThat(ids).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aResetIsOneEventAndHarmsNoOtherConnection() {
        try (RawPeer victim = program.connect();
                RawPeer other = program.connect()) {
            program.next(Event.Connected.class);
            program.next(Event.Connected.class);

            victim.reset();

            assertThat(program.next(Event.Disconnected.class).reason()).isEqualTo(CloseReason.PEER_RESET);
            other.send("00003abc");
            assertThat(program.next(Event.Received.class).text()).isEqualTo("abc");
        }
    }
}
