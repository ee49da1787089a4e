/**
 * What the tests of several modules share: the guard that fails a run which leaks buffers, a log
 * that shows problems only, scripted peers, and what compiles the Java that documents and strangers bring.
 *
 * <p>Knows Netty and JUnit. It knows no other module, and none ships it.
 */
@NullMarked
package io.quintet.testing;

import org.jspecify.annotations.NullMarked;
