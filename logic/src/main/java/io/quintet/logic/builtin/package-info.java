/** The logics that come with the server. Each says in its description what it answers and in which unit. */
@NullMarked
package io.quintet.logic.builtin;

import org.jspecify.annotations.NullMarked;
