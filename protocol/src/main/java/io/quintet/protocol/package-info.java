/**
 * Bytes and frames: the framing notation, finding frames in a buffer, writing their headers, and saying
 * what is wrong with a header that is none.
 *
 * <p>Knows the JDK, Netty's buffers and its codec base. It knows no socket, no setting, no logic and no log.
 */
@NullMarked
package io.quintet.protocol;

import org.jspecify.annotations.NullMarked;
