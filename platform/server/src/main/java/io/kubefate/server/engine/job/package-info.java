/**
 * Jobs: claimed from the database by lease, carried out in steps that may be repeated, journalled. A runner may die at any
 * instruction; another one, or the same after a restart, claims the job when the lease ends and begins again from the first
 * step, which finds done what was done.
 */
package io.kubefate.server.engine.job;
