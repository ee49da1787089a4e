/**
 * A client for framed servers: connects, sends requests, matches answers in order.
 *
 * <p>Knows the protocol and Netty. It never sees the server's side.
 */
@NullMarked
package io.quintet.client;

import org.jspecify.annotations.NullMarked;
