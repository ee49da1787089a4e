package io.quintet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;

/**
 * A server on loopback that does to each connection what a script says, for clients to be tested against. It is written
 * on plain sockets and has nothing in common with what it tests.
 */
public final class ScriptedServer implements AutoCloseable {
    /** What happens on one connection; run on a thread of its own, which closes the socket when the script is over. */
    @FunctionalInterface
    public interface Script {
        /** Serves one connection. A failure of the socket ends it silently; any other fails {@link #close}. */
        void serve(ScriptedPeer peer) throws Exception;
    }

    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();

    private ScriptedServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
    }

    /** Serves on a free port. */
    public static ScriptedServer start(Script script) {
        return start(0, script);
    }

    /** Serves on a port, such as the one that another server had. */
    public static ScriptedServer start(int port, Script script) {
        return start(ServerSocketFactory.getDefault(), port, script);
    }

    /** Serves on a port with sockets of one's own. */
    public static ScriptedServer start(ServerSocketFactory sockets, int port, Script script) {
        try {
            var server =
                    new ScriptedServer(sockets.createServerSocket(port, 50, InetAddress.getLoopbackAddress()), script);
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers every frame with five digits in front by a frame of its own. */
    public static Script answering(UnaryOperator<String> logic) {
        return peer -> {
            for (String payload = peer.readFrame(); payload != null; payload = peer.readFrame()) {
                peer.writeFrame(logic.apply(payload));
            }
        };
    }

    /** Answers every frame with its payload reversed. */
    public static Script reversing() {
        return answering(payload -> new StringBuilder(payload).reverse().toString());
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Where it listens, with the host. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    /** How many connections there have been. */
    public int accepted() {
        return accepted.get();
    }

    /** Closes every connection and listens no more. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Throwable failure = broken.get();
        if (failure != null) {
            throw new AssertionError("script: " + failure, failure);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                if (listener.isClosed()) {
                    // Too late for close() to have seen it.
                    socket.close();
                }
                accepted.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the end of this server.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.serve(new ScriptedPeer(socket));
        } catch (IOException e) {
            // The client is gone, or this server is.
        } catch (Exception | AssertionError e) {
            broken.compareAndSet(null, e);
        } finally {
            open.remove(socket);
        }
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }
}
