package io.kubefate.server.service.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.engine.job.JobListener;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one line for each job that ends: what it did, for whom, for how long, and why it failed. */
public final class JobLog implements JobListener {

    private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);

    /** Why a job does not succeed. */
    private static final Set<JobEventReason> REASONS = Set.of(
            JobEventReason.STEP_FAILED,
            JobEventReason.STEP_TIME_LIMIT_REACHED,
            JobEventReason.TIME_LIMIT_REACHED,
            JobEventReason.NOT_READY,
            JobEventReason.STOP_SEEN,
            JobEventReason.DELETE_FOLLOWS,
            JobEventReason.OBJECT_CONFLICT,
            JobEventReason.OBJECT_HELD,
            JobEventReason.CHECKS_ENDED,
            JobEventReason.FAILED,
            JobEventReason.INTERNAL_ERROR);

    private final JobStore jobs;
    private final UnaryOperator<String> cluster;
    private final Clock clock;

    /**
     * Creates a log.
     *
     * @param cluster returns the name of the cluster of a job
     */
    public JobLog(JobStore jobs, UnaryOperator<String> cluster, Clock clock) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.cluster = requireNonNull(cluster, "cluster is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public void ended(JobRecord job, JobStatus status) {
        try {
            Instant now = clock.instant();
            LOG.info(
                    "{} by {}, cluster {}: {} after {} s{}",
                    job.method(),
                    job.definition().creator(),
                    cluster.apply(job.uuid()),
                    status,
                    Duration.between(job.times().createdAt(), now).toSeconds(),
                    status == JobStatus.Success ? "" : reason(job, now));
        } catch (RuntimeException e) {
            LOG.warn("{} has ended as {}, but cannot be read", job.method(), status, e);
        }
    }

    private String reason(JobRecord job, Instant now) {
        List<JobEvent> decisive = jobs.events(job.uuid()).stream()
                .filter(event -> REASONS.contains(event.reason()))
                .toList();
        List<String> lines = JobStateLines.of(job.method(), decisive, now);
        return lines.isEmpty() ? "" : ": " + String.join("; ", lines);
    }
}
