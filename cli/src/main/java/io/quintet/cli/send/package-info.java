/**
 * What {@code quintet send} does: payloads from words, files or lines, sent and their answers shown and compared, once or
 * line by line on a terminal.
 *
 * <p>Knows the client and the protocol, and streams for its output. It knows no flags and no exit codes.
 */
@NullMarked
package io.quintet.cli.send;

import org.jspecify.annotations.NullMarked;
