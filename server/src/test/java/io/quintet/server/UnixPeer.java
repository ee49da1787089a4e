package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A {@link RawPeer} on a socket in the file system. Its waits are bounded by the test's own timeout. */
final class UnixPeer implements AutoCloseable {
    private final SocketChannel channel;

    UnixPeer(Path server) throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(server));
    }

    UnixPeer send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(RawPeer.bytes(text));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return this;
    }

    UnixPeer finish() throws IOException {
        channel.shutdownOutput();
        return this;
    }

    UnixPeer gets(String expected) throws IOException {
        assertThat(next(expected.length())).isEqualTo(expected);
        return this;
    }

    UnixPeer getsEnd() throws IOException {
        assertThat(next(Integer.MAX_VALUE)).as("bytes before FIN").isEmpty();
        return this;
    }

    private String next(int most) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        while (received.size() < most) {
            ByteBuffer chunk = ByteBuffer.allocate(Math.min(4096, most - received.size()));
            if (channel.read(chunk) < 0) {
                break;
            }
            received.write(chunk.array(), 0, chunk.position());
        }
        return RawPeer.text(received.toByteArray());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
