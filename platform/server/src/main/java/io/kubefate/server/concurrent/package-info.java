/** Executors and utilities to limit, join and combine concurrent work. */
@NullMarked
package io.kubefate.server.concurrent;

import org.jspecify.annotations.NullMarked;
