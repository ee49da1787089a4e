package io.quintet.exec;

import io.quintet.logic.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each line of a process's stderr to the log: escaped, cut, and so many a second at most. */
final class StderrLog implements Runnable {
    static final int MOST_BYTES = 500;
    static final int MOST_A_SECOND = 50;

    private static final Logger LOG = LoggerFactory.getLogger(StderrLog.class);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final InputStream stderr;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long cut;
    private long secondBegan = System.nanoTime();
    private int thisSecond;
    private long omitted;

    StderrLog(String name, InputStream stderr) {
        this.name = name;
        this.stderr = stderr;
    }

    @Override
    public void run() {
        byte[] chunk = new byte[4096];
        try {
            for (int read = stderr.read(chunk); read >= 0; read = stderr.read(chunk)) {
                take(chunk, read);
            }
        } catch (IOException closed) {
            LOG.debug("{}: stderr: {}", name, closed.toString());
        }
        if (line.size() > 0) {
            endLine();
        }
        reportOmitted();
    }

    private void take(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            if (chunk[i] == '\n') {
                endLine();
            } else if (line.size() < MOST_BYTES) {
                line.write(chunk[i]);
            } else {
                cut++;
            }
        }
    }

    private void endLine() {
        String text = Printable.text(line.toString(StandardCharsets.UTF_8).stripTrailing());
        String more = cut == 0 ? "" : " ... and " + cut + " bytes more";
        line.reset();
        cut = 0;
        if (mayLog()) {
            LOG.info("{}: {}{}", name, text, more);
        } else {
            omitted++;
        }
    }

    private boolean mayLog() {
        long now = System.nanoTime();
        if (now - secondBegan >= SECOND) {
            reportOmitted();
            secondBegan = now;
            thisSecond = 0;
        }
        return thisSecond++ < MOST_A_SECOND;
    }

    private void reportOmitted() {
        if (omitted > 0) {
            LOG.info("{}: {} lines left out", name, omitted);
            omitted = 0;
        }
    }
}
