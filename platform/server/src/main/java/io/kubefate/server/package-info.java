/** The entry point and the wiring of the service: the only package that knows all others. */
@NullMarked
package io.kubefate.server;

import org.jspecify.annotations.NullMarked;
