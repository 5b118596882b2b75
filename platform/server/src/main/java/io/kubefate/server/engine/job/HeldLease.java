package io.kubefate.server.engine.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.job.JobLease;
import java.time.Clock;
import java.time.Instant;

/** The lease of a job, as its runner checks it. Several threads can use it. */
final class HeldLease {

    private final JobStore jobs;
    private final Clock clock;
    private final JobLease lease;
    private volatile Instant until = Instant.MIN;
    private volatile boolean ended;

    HeldLease(JobStore jobs, Clock clock, JobLease lease) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.lease = requireNonNull(lease, "lease is null");
    }

    JobLease lease() {
        return lease;
    }

    /** Makes every check fail from now on: the runner gives the job to another one. */
    void end() {
        ended = true;
    }

    /** Throws {@link LeaseLostException} if the lease has expired or ended, or another runner has the job. */
    void check() {
        if (ended) {
            throw lost();
        }
        until = jobs.heldUntil(lease, clock.instant()).orElseThrow(this::lost);
    }

    /** Does the same as {@link #check}, and asks the database only if the lease that it read last has expired. */
    void recheck() {
        if (ended || !clock.instant().isBefore(until)) {
            check();
        }
    }

    LeaseLostException lost() {
        return new LeaseLostException(lease.jobUuid());
    }
}
