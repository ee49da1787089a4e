package io.quintet.server;

import java.time.Duration;

/**
 * How a server ended.
 *
 * @param connections open when it began
 * @param unanswered requests received and not answered
 * @param forced whether connections were cut because the drain took too long, or at once as asked
 * @param took from beginning to end
 */
public record DrainReport(int connections, int unanswered, boolean forced, Duration took) {}
