/**
 * Runs jobs. A runner claims a job from the database with a lease, executes its plan and records phases and events. It may die at any
 * instruction: another runner, or the same one after a restart, claims the job when the lease expires and continues it. Every call to
 * Kubernetes is idempotent. Decisions read phases and rows, never the texts that people read.
 */
@NullMarked
package io.kubefate.server.engine.job;

import org.jspecify.annotations.NullMarked;
