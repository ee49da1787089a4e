package io.quintet.server;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A socket whose output leaves in segments of a chosen length, or, but for its first write, in one when it is released. */
final class CutSocket extends Socket {
    private final int length;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean begun;

    private CutSocket(int length) {
        this.length = length;
    }

    static CutSocket into(int length) {
        return new CutSocket(length);
    }

    static CutSocket gathering() {
        return new CutSocket(0);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                if (length == 0 && begun) {
                    held.write(bytes, from, count);
                    return;
                }
                begun |= count > 0;
                int most = length == 0 ? count : length;
                for (int done = 0; done < count; done += most) {
                    out.write(bytes, from + done, Math.min(most, count - done));
                }
            }
        };
    }

    @Override
    public void shutdownOutput() throws IOException {
        if (length > 0) {
            super.shutdownOutput();
        }
    }

    /** Sends what was gathered, and the end. */
    void release() throws IOException {
        super.getOutputStream().write(held.toByteArray());
        super.shutdownOutput();
    }
}
