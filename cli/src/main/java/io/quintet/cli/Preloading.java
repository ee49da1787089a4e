package io.quintet.cli;

import io.quintet.server.QuintetServer;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * Loads on a second core what a server needs, while the first still reads what it is told. What fails here fails again in
 * the start itself, which says so.
 */
final class Preloading {
    private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

    /** Begins, in the background. */
    void begin() {
        done = CompletableFuture.runAsync(Preloading::load, Preloading::start).exceptionally(failure -> null);
    }

    /**
     * Waits until it is over. Before that nobody else may ask for a logger, for SLF4J gives stand-ins to other threads while
     * it starts; and the process may not end, for Netty removes the library that it extracted only once it is loaded.
     */
    void await() {
        done.join();
    }

    private static void load() {
        LoggerFactory.getILoggerFactory();
        QuintetServer.preload();
    }

    private static void start(Runnable loading) {
        Thread thread = new Thread(loading, "quintet-preload");
        thread.setDaemon(true);
        thread.start();
    }
}
