package io.kubefate.server.engine.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobRecord;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs claimed jobs, and decides what becomes of a job whose work ends or fails. */
final class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final JobStore jobs;
    private final Clock clock;
    private final RunnerSettings settings;
    private final JobListener listener;
    private final WorkFactory works;

    JobRun(JobStore jobs, Clock clock, RunnerSettings settings, JobListener listener, WorkFactory works) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.works = requireNonNull(works, "works is null");
    }

    /**
     * Runs a job to its end, until its lease is lost, or until the thread is interrupted.
     *
     * @param lease the lease of the job, renewed by the caller
     */
    void run(JobRecord job, JobLease lease) {
        LOG.info("runs job {}", job.uuid());
        try {
            run(job, lease, journal(job, works.mask(job)));
        } catch (RuntimeException e) {
            if (isDatabaseAway(e)) {
                LOG.warn("job {} continues when the database answers again: {}", job.uuid(), e.getMessage());
            } else {
                unreadable(job, lease, e);
            }
        }
    }

    /** A key that was just rotated can be missing for a moment, as the database itself can. */
    private static boolean isDatabaseAway(Throwable e) {
        return e instanceof JdbiException
                || e instanceof KubefateException failure && failure.code() == ErrorCode.DATABASE_UNAVAILABLE;
    }

    /** A stored text cannot be decrypted or parsed. No run of this job can read it, so the job ends. */
    private void unreadable(JobRecord job, JobLease lease, RuntimeException e) {
        try {
            fail(job, lease, journal(job, Mask.of(List.of())), e);
        } catch (RuntimeException alsoUnreadable) {
            LOG.error("the events of job {} cannot be read", job.uuid(), alsoUnreadable);
            finish(job, lease, Outcome.broken(job.method()));
        }
    }

    private Journal journal(JobRecord job, Mask mask) {
        return new Journal(jobs, clock, job, settings.idle(), mask);
    }

    private void run(JobRecord job, JobLease lease, Journal journal) {
        try {
            finish(job, lease, works.of(job, journal).run());
        } catch (LeaseLostException e) {
            lost(lease);
        } catch (InterruptedException e) {
            stopped(lease, journal);
            Thread.currentThread().interrupt();
        } catch (KubernetesException e) {
            kubernetesFailed(job, lease, journal, e);
        } catch (RuntimeException | Error e) {
            if (isDatabaseAway(e)) {
                databaseFailed(job, lease, journal, e);
            } else {
                fail(job, lease, journal, e);
            }
        }
    }

    /** A database that is away lets the lease expire; one that answers after the time limit refuses what the job writes. */
    private void databaseFailed(JobRecord job, JobLease lease, Journal journal, Throwable e) {
        if (journal.overdue()) {
            fail(job, lease, journal, e);
        } else if (isLost(journal)) {
            lost(lease);
        } else {
            LOG.warn("job {} continues when the database answers again: {}", job.uuid(), e.getMessage());
        }
    }

    /** The database has closed the connections of a service that was paused. */
    private static boolean isLost(Journal journal) {
        try {
            journal.lease().check();
            return false;
        } catch (LeaseLostException e) {
            return true;
        } catch (JdbiException e) {
            return false;
        }
    }

    /** A temporary failure is retried until the time limit; any other ends the job. */
    private void kubernetesFailed(JobRecord job, JobLease lease, Journal journal, KubernetesException e) {
        if (Thread.currentThread().isInterrupted()) {
            stopped(lease, journal);
            return;
        }
        if (e.isTemporary() && !journal.overdue()) {
            postpone(lease, journal, e);
            return;
        }
        end(job, lease, journal, JobEventReason.FAILED, EventDetails.of("message", e.getMessage()));
    }

    private void postpone(JobLease lease, Journal journal, KubernetesException why) {
        try {
            journal.postponed(why);
            jobs.renew(lease, clock.instant().plus(settings.retry()));
        } catch (LeaseLostException e) {
            lost(lease);
        } catch (RuntimeException e) {
            LOG.warn("job {} continues when its lease expires: {}", lease.jobUuid(), e.getMessage());
        }
    }

    /** Also an {@link Error} ends the job: if it were left to the next runner, it might stay unfinished forever. */
    private void fail(JobRecord job, JobLease lease, Journal journal, Throwable e) {
        if (Thread.currentThread().isInterrupted()) {
            stopped(lease, journal);
            return;
        }
        String id = UUID.randomUUID().toString();
        LOG.error("job {} failed, {}", job.uuid(), id, e);
        EventDetails details = EventDetails.of("id", id).with("message", String.valueOf(e.getMessage()));
        end(job, lease, journal, JobEventReason.INTERNAL_ERROR, details);
    }

    private void end(JobRecord job, JobLease lease, Journal journal, JobEventReason reason, EventDetails details) {
        try {
            journal.once(reason, "", details);
            finish(job, lease, Outcome.broken(job.method()));
        } catch (LeaseLostException e) {
            lost(lease);
        } catch (RuntimeException e) {
            LOG.warn("the end of job {} could not be stored; this is retried when its lease expires", job.uuid(), e);
        }
    }

    private void finish(JobRecord job, JobLease lease, Outcome outcome) {
        boolean finished = outcome.cluster()
                .map(cluster -> jobs.finish(lease, outcome.job(), cluster, clock.instant()))
                .orElseGet(() -> jobs.finish(lease, outcome.job(), clock.instant()));
        if (finished) {
            listener.ended(job, outcome.job());
        } else {
            lost(lease);
        }
    }

    private static void lost(JobLease lease) {
        LOG.info("another runner continues job {}", lease.jobUuid());
    }

    /** Requests can still be under way: their threads must not send them once another runner has the job. */
    private void stopped(JobLease lease, Journal journal) {
        journal.lease().end();
        release(lease);
    }

    /** Gives the job to another runner. */
    void release(JobLease lease) {
        try {
            jobs.release(lease);
        } catch (RuntimeException e) {
            LOG.warn("job {} continues when its lease expires: {}", lease.jobUuid(), e.getMessage());
        }
    }
}
