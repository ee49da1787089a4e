/**
 * The settings of a server as values that check themselves, and the sources they are read from.
 *
 * <p>Knows the JDK, the {@code Framing} of the protocol and Typesafe Config. It knows no channel, and not who
 * runs with the settings.
 */
@NullMarked
package io.quintet.config;

import org.jspecify.annotations.NullMarked;
