/** What a load measured, in the forms in which people and programs read it. */
@NullMarked
package io.quintet.load.report;

import org.jspecify.annotations.NullMarked;
