/**
 * What the tests of several modules share: the guard that fails a run which leaks buffers, and a
 * log that shows problems only.
 *
 * <p>Knows Netty's leak detector and JUnit. It knows no other module, and none ships it.
 */
@NullMarked
package io.quintet.testing;

import org.jspecify.annotations.NullMarked;
