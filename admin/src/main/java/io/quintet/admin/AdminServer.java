package io.quintet.admin;

import com.sun.net.httpserver.HttpServer;
import io.quintet.config.ListenAddress;
import io.quintet.server.QuintetServer;
import io.quintet.server.ServerStartException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers {@code /metrics}, {@code /ready} and {@code /live} for one server. Whoever can connect can read them, so the
 * address should be one that only monitoring can reach. Safe from any thread.
 */
public final class AdminServer implements AutoCloseable {
    /** Seconds until a thread ends that nobody needs: as a rule there is none. */
    private static final int THREAD_LINGERS = 10;

    private final HttpServer http;
    private final ThreadPoolExecutor threads;

    /** A thread for each connection that there may be, so that no slow one keeps another one waiting. */
    private AdminServer(HttpServer http, QuintetServer server, String version) {
        AtomicInteger number = new AtomicInteger();
        this.http = http;
        this.threads = new ThreadPoolExecutor(
                0, HttpBounds.MOST_CONNECTIONS, THREAD_LINGERS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "quintet-admin-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        http.setExecutor(threads);
        http.createContext("/", new Pages(new MetricsPage(server, version), server::isReady));
        http.start();
    }

    /**
     * Starts answering for {@code server}.
     *
     * @param version of the program, for a label
     * @throws ServerStartException in one line for the user, where the address cannot be had
     */
    public static AdminServer start(ListenAddress.Tcp address, QuintetServer server, String version) {
        HttpBounds.apply();
        InetSocketAddress bound = new InetSocketAddress(address.host(), address.port());
        try {
            if (bound.isUnresolved()) {
                throw new UnresolvedAddressException();
            }
            return new AdminServer(HttpServer.create(bound, HttpBounds.MOST_CONNECTIONS), server, version);
        } catch (UnresolvedAddressException e) {
            throw refusal(address, "a name without an address", e);
        } catch (IOException e) {
            throw refusal(address, String.valueOf(e.getMessage()), e);
        }
    }

    private static ServerStartException refusal(ListenAddress address, String why, Exception cause) {
        return new ServerStartException(
                "admin-listen: " + address + " (expected: an address that can be bound; " + why + ")", cause);
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return http.getAddress();
    }

    /** Stops at once. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
