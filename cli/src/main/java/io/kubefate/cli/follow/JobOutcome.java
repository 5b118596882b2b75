package io.kubefate.cli.follow;

import io.kubefate.api.Job;

/** What the status of a job means for the exit code. */
public enum JobOutcome {
    UNFINISHED,
    SUCCEEDED,
    /** Failed, rolled back, timed out or canceled. */
    FAILED;

    public static JobOutcome of(Job job) {
        if (!job.ended()) {
            return UNFINISHED;
        }
        return job.status().equals("Success") ? SUCCEEDED : FAILED;
    }

    public boolean finished() {
        return this != UNFINISHED;
    }
}
