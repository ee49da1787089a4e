/**
 * The logic named {@code exec}: hands requests to long-lived worker processes in any language, which read frames on stdin
 * and write one answer for each on stdout.
 *
 * <p>A request waits in one queue until a worker takes it; three threads carry each process's stdin, stdout and stderr, so
 * that an event loop never waits for a pipe. Nothing here knows of connections, sockets or the server.
 */
@NullMarked
package io.quintet.exec;

import org.jspecify.annotations.NullMarked;
