/**
 * The load tool: sends prepared frames on many connections, compares every answer byte by byte, and measures rate and
 * latency.
 *
 * <p>Knows the protocol, the logics (to compute what the answers should be), the client's addresses, and Netty. It knows
 * no server: what it measures may be anything that speaks frames.
 */
@NullMarked
package io.quintet.load;

import org.jspecify.annotations.NullMarked;
