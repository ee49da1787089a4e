package io.quintet.server;

import java.time.Instant;
import java.util.Optional;

/**
 * One server at one moment, and what it has done so far. The sums are of what each event loop counts for itself, once a
 * read: under load they belong to moments a little apart.
 *
 * @param ready whether it wants more connections
 * @param connections what became of them
 * @param requests what became of them
 * @param buffers the memory they take
 * @param certificateEnd until when the certificate is valid that it shows, with TLS
 */
public record ServerStatistics(
        boolean ready,
        ConnectionStatistics connections,
        RequestStatistics requests,
        BufferStatistics buffers,
        Optional<Instant> certificateEnd) {}
