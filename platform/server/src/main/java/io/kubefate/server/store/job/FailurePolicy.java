package io.kubefate.server.store.job;

/** What becomes of the objects of a job that fails. */
public enum FailurePolicy {
    /** They stay as they are. */
    KEEP,
    /** The cluster returns to its last good revision; if there is none, the objects that the job created are removed. */
    RETURN
}
