package io.quintet.exec;

import io.quintet.logic.Range;
import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.List;

/**
 * How each worker is run.
 *
 * @param command the program and its arguments
 * @param framing how both sides cut their bytes into frames
 * @param mostInFlight requests that one worker has at once
 * @param timeout longest time without an answer while there is a request; zero waits for ever
 * @param restart the shortest and the longest pause before a worker that has ended is started again
 */
record WorkerSettings(
        List<String> command, Framing framing, int mostInFlight, Duration timeout, Range<Duration> restart) {
    WorkerSettings {
        command = List.copyOf(command);
    }
}
