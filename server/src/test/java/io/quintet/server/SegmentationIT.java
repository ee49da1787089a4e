package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static io.quintet.server.TestServer.framing;

import io.quintet.config.TransportChoice;
import io.quintet.logic.Logic;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a stream is cut into segments, its answers are the same. */
@OnEveryTransport
class SegmentationIT {
    private static final byte[] SENT = RawPeer.bytes("\r\n00003abc00001x\r\0\n00010abcdefghij00002yz\r");
    private static final String ANSWERED = "00003cba00001x00010jihgfedcba00002zy";

    /** Streams of random frames and cuts for each way of answering; {@code -Dquintet.test.streams=1000} for more. */
    private static final int STREAMS = Integer.getInteger("quintet.test.streams", 5);

    private static final long SEED = Long.getLong("quintet.test.seed", System.nanoTime());

    private final TransportChoice transport;

    SegmentationIT(TransportChoice transport) {
        this.transport = transport;
    }

    /** The ways from a request to its answer, each of which reverses. */
    enum Way {
        IN_PLACE,
        APPENDED,
        QUEUED;

        Logic[] reverse() {
            return switch (this) {
                case IN_PLACE -> builtIn("reverse");
                case APPENDED -> new Logic[] {Shape.INLINE.of(text -> Shape.reply(TestFrames.reversed(text)))};
                case QUEUED -> new Logic[] {Shape.ASYNC_LATER.of(text -> Shape.reply(TestFrames.reversed(text)))};
            };
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource
    void anyTwoSegments(Way way) {
        try (TestServer server = TestServer.start(transport, way.reverse());
                Pacer pacer = new Pacer(server, "00002ab", "00002ba")) {
            for (int cut = 1; cut < SENT.length; cut++) {
                try (RawPeer peer = server.connect()) {
                    pacer.send(peer, SENT, cut);
                    peer.gets(ANSWERED).finish().getsEnd();
                }
            }
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource
    void oneByteASegment(Way way) {
        int[] everywhere = IntStream.range(1, SENT.length).toArray();
        try (TestServer server = TestServer.start(transport, way.reverse());
                Pacer pacer = new Pacer(server, "00002ab", "00002ba");
                RawPeer peer = server.connect()) {
            pacer.send(peer, SENT, everywhere);

            peer.finish().gets(ANSWERED).getsEnd();
        }
    }

    @Test
    void aBadFrameIsBadHoweverItIsCut() {
        byte[] sent = RawPeer.bytes("00003abc\r\n00x01a00001b");
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                Pacer pacer = new Pacer(server, "00002ab", "00002ba")) {
            for (int cut = 1; cut < sent.length; cut++) {
                try (RawPeer peer = server.connect()) {
                    pacer.send(peer, sent, cut);
                    peer.gets("00003cba").getsEnd();
                }
            }
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> framingsAndWays() {
        return Stream.of(
                        "ascii:5,zero=deliver",
                        "ascii:5,incl,zero=deliver",
                        "ascii:5,pad=space,zero=deliver",
                        "bin:2,zero=deliver",
                        "bin:2,le,zero=deliver",
                        "bin:3,incl,zero=deliver",
                        "bin:4,zero=deliver",
                        "bin:4,le,incl,zero=deliver",
                        "netstring,zero=deliver",
                        "line,zero=deliver",
                        "line:lf,zero=deliver")
                .flatMap(framing -> Arrays.stream(Way.values())
                        .map(way -> org.junit.jupiter.params.provider.Arguments.of(framing, way)));
    }

    @ParameterizedTest
    @MethodSource("framingsAndWays")
    void randomFramesInRandomSegments(String framing, Way way) {
        String question = TestFrames.frame(framing, "ab");
        String answer = TestFrames.frame(framing, "ba");
        try (TestServer server = TestServer.start(transport, framing(framing), way.reverse());
                Pacer pacer = new Pacer(server, question, answer)) {
            for (int i = 0; i < STREAMS; i++) {
                long seed = SEED + i;
                try (RawPeer peer = server.connect()) {
                    stream(new Random(seed), framing, peer, pacer);
                } catch (AssertionError failure) {
                    throw new AssertionError("-Dquintet.test.seed=" + seed + ": " + failure.getMessage(), failure);
                }
            }
        }
    }

    private static void stream(Random random, String framing, RawPeer peer, Pacer pacer) {
        StringBuilder sent = new StringBuilder();
        StringBuilder answered = new StringBuilder();
        for (int frames = random.nextInt(40); frames >= 0; frames--) {
            String payload = payload(random);
            sent.append(TestFrames.frame(framing, payload));
            answered.append(TestFrames.frame(framing, TestFrames.reversed(payload)));
        }
        TreeSet<Integer> cuts = new TreeSet<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            cuts.add(1 + random.nextInt(sent.length()));
        }
        pacer.send(
                peer,
                RawPeer.bytes(sent.toString()),
                cuts.stream().mapToInt(cut -> cut).toArray());
        peer.finish().gets(RawPeer.bytes(answered.toString())).getsEnd();
    }

    /** Mostly short, at times empty, at times longer than a buffer; never with a line break in it. */
    private static String payload(Random random) {
        int length = random.nextInt(20) == 0 ? random.nextInt(40_000) : random.nextInt(30);
        StringBuilder payload = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char any = (char) random.nextInt(256);
            payload.append(any == '\r' || any == '\n' ? '0' : any);
        }
        return payload.toString();
    }
}
