/**
 * The server: opens listeners, runs each connection's pipeline, asks the logic and writes its answers.
 *
 * <p>Knows the protocol, the logic's extension point, the settings and Netty. It knows no command line and no
 * logging backend, so that it can be embedded.
 */
@NullMarked
package io.quintet.server;

import org.jspecify.annotations.NullMarked;
