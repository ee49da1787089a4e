package io.quintet.exec;

/** Threads that do not keep the JVM alive. */
final class Daemon {
    private Daemon() {}

    static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
