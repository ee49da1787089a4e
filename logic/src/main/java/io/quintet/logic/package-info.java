/**
 * The extension point: what a server computes from a request, in the JDK's own types.
 *
 * <p>A logic is a {@link io.quintet.logic.Logic} in one of four shapes, made by a {@link io.quintet.logic.LogicProvider}
 * that {@link java.util.ServiceLoader} finds. Nothing here knows of sockets, framings, buffers of a network library or
 * event loops, so that a logic is tested with a plain method call.
 */
@NullMarked
package io.quintet.logic;

import org.jspecify.annotations.NullMarked;
