package io.kubefate.server.store.job;

import java.util.Arrays;
import java.util.List;

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
    /** Not done; the cluster is at its earlier revision again. */
    Rollback,
    /** A stop was requested; the runner returns to the previous state. */
    Stopping,
    /** Stopped. */
    Canceled;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return switch (this) {
            case Pending, Running, Stopping -> false;
            case Success, Failed, Rollback, Canceled -> true;
        };
    }

    /** Returns whether a stop can be requested in this state. */
    public boolean stoppable() {
        return this == Pending || this == Running;
    }

    /** Returns the status after a runner has claimed the job. */
    public JobStatus claimed() {
        return this == Pending ? Running : this;
    }

    public static List<JobStatus> allStoppable() {
        return Arrays.stream(values()).filter(JobStatus::stoppable).toList();
    }
}
