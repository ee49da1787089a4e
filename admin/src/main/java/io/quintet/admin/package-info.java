/**
 * What a server says of itself over HTTP, for monitoring and load balancers: metrics, and whether it is ready and alive.
 *
 * <p>A listener of its own, on threads of its own: nothing here is on a frame's way, and all that is known of the server is
 * its {@link io.quintet.server.QuintetServer#statistics()}. Nothing can be changed from here.
 */
@NullMarked
package io.quintet.admin;

import org.jspecify.annotations.NullMarked;
