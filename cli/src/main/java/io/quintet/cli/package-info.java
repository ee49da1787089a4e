/**
 * The {@code quintet} command: flags to settings, results to stdout, failures to exit codes.
 *
 * <p>Knows every other module. Nothing knows it.
 */
@NullMarked
package io.quintet.cli;

import org.jspecify.annotations.NullMarked;
