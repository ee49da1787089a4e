/**
 * Calling a logic from a unit test, without a server: {@link io.quintet.logic.testing.LogicTester} first.
 *
 * <p>Not shared with plugins at run time; a plugin has it on the class path of its tests.
 */
@NullMarked
package io.quintet.logic.testing;

import org.jspecify.annotations.NullMarked;
