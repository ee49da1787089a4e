/** What of the server only its own package can put together. */
@NullMarked
package io.quintet.server;

import org.jspecify.annotations.NullMarked;
