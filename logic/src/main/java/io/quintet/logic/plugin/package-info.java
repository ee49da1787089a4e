/**
 * Logics from jars in a folder, each jar in a class loader of its own. {@link io.quintet.logic.plugin.PluginLoader} first.
 *
 * <p>Knows the extension point and the JDK. Plugins do not see this package.
 */
@NullMarked
package io.quintet.logic.plugin;

import org.jspecify.annotations.NullMarked;
