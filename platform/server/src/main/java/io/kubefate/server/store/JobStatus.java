package io.kubefate.server.store;

/** The states of a job, named as existing clients decode them. */
public enum JobStatus {
    /** Accepted; no runner has it yet. */
    Pending,
    /** A runner has it. */
    Running,
    /** Done. */
    Success,
    /** Not done; what it made is kept. */
    Failed,
    /** Not done; what it made was undone. */
    Rollback,
    /** A stop was asked for; the runner undoes what it made. */
    Stopping,
    /** Stopped. */
    Canceled;

    /** {@return whether nothing more will happen} */
    public boolean ended() {
        return switch (this) {
            case Pending, Running, Stopping -> false;
            case Success, Failed, Rollback, Canceled -> true;
        };
    }
}
