package io.kubefate.server.store.job;

/** The stage that a job has reached. A runner that resumes a job decides on it how to continue. */
public enum JobPhase {
    /** Stored; no runner has begun. */
    ACCEPTED,
    /** Runs the steps that precede the new revision. */
    PREPARING,
    /** Applies the objects of the new revision. */
    APPLYING,
    /** Waits until the new revision is ready. */
    WAITING,
    /** Deletes objects that are no longer desired. The job can no longer roll back. */
    PRUNING,
    /** Restores the last good revision, or removes what the job created. */
    RETURNING,
    /** Waits until the restored revision is ready. */
    WAITING_RETURNED,
    /** Runs the checks of a cluster. */
    CHECKING,
    /** Nothing more happens. */
    ENDED
}
