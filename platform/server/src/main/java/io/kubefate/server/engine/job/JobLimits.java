package io.kubefate.server.engine.job;

import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import java.time.Duration;
import java.time.Instant;

/** How long a job may take forward and, if it returns, on its way back. */
record JobLimits(JobRecord job) {

    /** The shortest limit of the way back; the job's own limit may be meant for a small change. */
    private static final Duration SHORTEST_WAY_BACK = Duration.ofMinutes(5);

    /** Returns the limit of the way back, counted from the decision to return. */
    Duration wayBack() {
        boolean longer = job.timeLimit().compareTo(SHORTEST_WAY_BACK) > 0;
        return longer && job.method() != JobMethod.ClusterInstall ? job.timeLimit() : SHORTEST_WAY_BACK;
    }

    /** Returns when the job must be done: its time limit, or the limit of the way back if it returns. */
    Instant deadline() {
        return job.state().returningSince().map(since -> since.plus(wayBack())).orElseGet(this::forward);
    }

    /** Returns the time, but not a later one than the limit of a job that returns at its time limit. */
    Instant within(Instant time) {
        Instant end = forward().plus(wayBack());
        return time.isBefore(end) ? time : end;
    }

    private Instant forward() {
        return job.times().createdAt().plus(job.timeLimit());
    }
}
