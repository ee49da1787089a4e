/** Benchmarks of parts, and the usual Netty pipeline as a peer to compare whole servers with. Nothing of it is shipped. */
@NullMarked
package io.quintet.bench;

import org.jspecify.annotations.NullMarked;
