/** The service's entry point and its wiring: the only package that knows all others. */
@NullMarked
package io.kubefate.server;

import org.jspecify.annotations.NullMarked;
