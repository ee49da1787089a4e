package io.quintet.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executor;

/**
 * One connection through a {@link FaultProxy}: sends requests, and knows to the byte which answers have to come. All of it
 * depends on a seed, but for the times at which bytes arrive.
 */
final class SoakConnection {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int[] LARGEST = {1, 30, 1000, 30_000};

    private final String framing;
    private final FaultProxy proxy;
    private final FaultPlan plan;
    private final byte[] requests;
    private final byte[] answers;

    /** Bytes of answers to requests that reach the server whole. */
    private final int due;

    SoakConnection(String framing, FaultProxy proxy, long seed) {
        this.framing = framing;
        this.proxy = proxy;
        Random random = new Random(seed);
        int largest = LARGEST[random.nextInt(LARGEST.length)];
        String[] payloads = new String[1 + random.nextInt(60)];
        int bytes = 0;
        for (int i = 0; i < payloads.length; i++) {
            payloads[i] = payload(random, 1 + random.nextInt(bytes > 100_000 ? 1 : largest));
            bytes += payloads[i].length() + 5;
        }
        this.plan = FaultPlan.of(random, bytes);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ByteArrayOutputStream answered = new ByteArrayOutputStream();
        int answeredWhole = 0;
        for (String payload : payloads) {
            sent.writeBytes(RawPeer.bytes(TestFrames.frame(framing, payload)));
            answered.writeBytes(RawPeer.bytes(TestFrames.frame(framing, TestFrames.reversed(payload))));
            if (sent.size() <= plan.toServer().arriving(Integer.MAX_VALUE)) {
                answeredWhole = answered.size();
            }
        }
        this.requests = sent.toByteArray();
        this.answers = answered.toByteArray();
        this.due = answeredWhole;
    }

    private static String payload(Random random, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) ('a' + random.nextInt(26));
        }
        return new String(text);
    }

    /** Sends all requests by {@code writers} and reads meanwhile. */
    void run(Executor writers) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            proxy.plan(socket.getLocalPort(), plan);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(proxy.address());
            writers.execute(() -> send(socket));
            check(received(socket));
        }
    }

    private void send(Socket socket) {
        try {
            socket.getOutputStream().write(requests);
            if (plan.toServer().end() != FaultLane.End.BLACK_HOLE) {
                socket.shutdownOutput();
            }
        } catch (IOException endedBefore) {
            // what the reader got tells whether it had to be so
        }
    }

    private byte[] received(Socket socket) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] chunk = new byte[16 * 1024];
        int length = 0;
        while (length >= 0 && !isAllOfBlackHole(received.size())) {
            received.write(chunk, 0, length);
            try {
                length = isAllOfBlackHole(received.size())
                        ? -1
                        : socket.getInputStream().read(chunk);
            } catch (java.net.SocketTimeoutException silence) {
                throw new AssertionError("silence behind " + received.size() + " bytes; " + this, silence);
            } catch (IOException reset) {
                if (!isReset()) {
                    throw new AssertionError(reset + " behind " + received.size() + " bytes; " + this, reset);
                }
                length = -1;
            }
        }
        return received.toByteArray();
    }

    /** Nobody tells the end of what went into a black hole. */
    private boolean isAllOfBlackHole(int received) {
        return plan.has(FaultLane.End.BLACK_HOLE) && received >= arriving();
    }

    private void check(byte[] received) {
        if (received.length > answers.length
                || Arrays.mismatch(received, Arrays.copyOf(answers, received.length)) >= 0) {
            throw new AssertionError("wrong answers: " + RawPeer.text(received) + "; " + this);
        }
        boolean right = isReset() ? received.length <= arriving() : received.length == arriving();
        if (!right) {
            throw new AssertionError(received.length + " bytes of answers; " + this);
        }
    }

    private int arriving() {
        return plan.toClient().arriving(due);
    }

    private boolean isReset() {
        return isReset(plan.toServer(), requests.length) || isReset(plan.toClient(), due);
    }

    private static boolean isReset(FaultLane lane, int bytes) {
        return lane.end() == FaultLane.End.RESET && lane.endsBefore(bytes);
    }

    @Override
    public String toString() {
        return framing + ": " + requests.length + " bytes of requests, " + due + " of answers due, " + arriving()
                + " to arrive, " + plan;
    }
}
