/**
 * The server for programs with a loop of their own, such as a game's tick: instead of being called, they poll what
 * happened. {@link io.quintet.server.events.EventServer} first.
 *
 * <p>Stands on what any logic can use: an asynchronous logic and its connections. It knows no channel and no event loop.
 */
@NullMarked
package io.quintet.server.events;

import org.jspecify.annotations.NullMarked;
