package io.quintet.exec;

/** A request that no worker answered; the message is one line. Without a stack trace: it tells of another process. */
final class WorkerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkerException(String message) {
        super(message, null, false, false);
    }
}
