package io.quintet.cli.send;

import io.quintet.client.ClientException;
import io.quintet.client.ClientHooks;
import java.net.SocketAddress;

/** Tells whoever types that the connection was lost and made again. */
final class ConnectionNotices implements ClientHooks {
    private final LineConsole console;
    private volatile boolean speaking;

    ConnectionNotices(LineConsole console) {
        this.console = console;
    }

    /** The first connection has been said. */
    void sayFurtherOnes() {
        speaking = true;
    }

    /** What follows is the end, which was asked for. */
    void end() {
        speaking = false;
    }

    @Override
    public void connected(SocketAddress local) {
        say("connected again");
    }

    @Override
    public void disconnected(ClientException why, int unanswered) {
        say("disconnected, connecting again");
    }

    private void say(String line) {
        if (speaking) {
            console.say(line);
        }
    }
}
