/** The web console. */
@NullMarked
package io.kubefate.server.http.console;

import org.jspecify.annotations.NullMarked;
