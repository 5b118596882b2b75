/** Threads, and what limits, joins and combines work on them. */
@NullMarked
package io.kubefate.server.concurrent;

import org.jspecify.annotations.NullMarked;
