package io.quintet.server;

/**
 * Makes the server's only event loop read a segment before the next one is sent: a second connection asks twice, and what
 * arrived before its first question has been read when its second is answered. The server's framing is {@code ascii:5}
 * there, or whatever {@code question} fits.
 */
final class Pacer implements AutoCloseable {
    private final RawPeer peer;
    private final String question;
    private final String answer;

    Pacer(TestServer server, String question, String answer) {
        this.peer = server.connect();
        this.question = question;
        this.answer = answer;
    }

    /** Waits until everything sent before this call has been read. */
    void pace() {
        peer.send(question).gets(answer).send(question).gets(answer);
    }

    /** Sends {@code bytes} cut at the given places, each segment read on its own. */
    void send(RawPeer target, byte[] bytes, int... cuts) {
        int from = 0;
        for (int cut : cuts) {
            target.send(bytes, from, cut - from);
            pace();
            from = cut;
        }
        target.send(bytes, from, bytes.length - from);
    }

    @Override
    public void close() {
        peer.close();
    }
}
