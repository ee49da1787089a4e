package io.quintet.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The server's end of one connection of a {@link ScriptedServer}. Text stands for bytes, one character each. */
public final class ScriptedPeer {
    private static final int DIGITS = 5;

    private final Socket socket;
    private final InputStream in;

    ScriptedPeer(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The payload of the next frame with five digits in front; null at the end of input. */
    public @Nullable String readFrame() throws IOException {
        String header = read(DIGITS);
        return header.isEmpty() ? null : read(Integer.parseInt(header));
    }

    /** As many bytes as wished, or what there is before the end of input. */
    public String read(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** Everything up to the end of input. */
    public String readAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Writes a frame with five digits in front. */
    public void writeFrame(String payload) throws IOException {
        write(String.format("%05d%s", payload.length(), payload));
    }

    /** Writes bytes as they are. */
    public void write(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Ends the connection with RST. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
