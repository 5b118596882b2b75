/** Rows of jobs: their definition, state, events and progress. */
@NullMarked
package io.kubefate.server.store.job;

import org.jspecify.annotations.NullMarked;
