package io.kubefate.server.store.job;

/** Why a job returns to the last good revision, or to nothing. */
public enum ReturnCause {
    FAILED,
    STOPPED;

    /**
     * Returns the status of a job that has returned.
     *
     * @param failed that of a job that nobody has stopped
     */
    public JobStatus status(JobStatus failed) {
        return this == STOPPED ? JobStatus.Canceled : failed;
    }
}
