package io.quintet.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Peers that connect, ask, read the answer and close, again and again, and account for every one of these. */
final class ConnectingPeers implements AutoCloseable {
    private static final byte[] FRAME = RawPeer.bytes("00003abc");
    private static final int PATIENCE_MILLIS = 20_000;

    private final SocketAddress server;
    private final List<Thread> threads;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger reset = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean stopped;

    ConnectingPeers(SocketAddress server, int number) {
        this.server = server;
        this.threads =
                Stream.generate(() -> new Thread(this::run)).limit(number).toList();
        threads.forEach(Thread::start);
    }

    private void run() {
        while (!stopped) {
            begun.incrementAndGet();
            ask().incrementAndGet();
        }
    }

    /** Where this one counts. */
    private AtomicInteger ask() {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(server, PATIENCE_MILLIS);
            socket.getOutputStream().write(FRAME);
            socket.shutdownOutput();
            byte[] received = socket.getInputStream().readAllBytes();
            return Arrays.equals(received, FRAME) ? answered : unanswered;
        } catch (ConnectException nobody) {
            return refused;
        } catch (SocketException cut) {
            return reset;
        } catch (IOException late) {
            return unanswered;
        }
    }

    int answered() {
        return answered.get();
    }

    int reset() {
        return reset.get();
    }

    /** Those that were refused, got no answer or a wrong one, or are missing. */
    int unexpected() {
        return begun.get() - answered.get() - reset.get();
    }

    @Override
    public String toString() {
        return begun + " connections: " + answered + " answered, " + refused + " refused, " + reset + " reset, "
                + unanswered + " unanswered";
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
