package io.kubefate.server.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.EventOfJob;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.JobVersion;
import io.kubefate.server.store.row.RowPage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The jobs as a queue. A runner has a job as long as it holds the job's lease: it claims the job, renews the lease while it
 * works, and finishes or releases the job. A runner that dies stops renewing, and another runner claims the job. Each claim
 * increases the job's token; every write of a runner names its lease with that token, and does nothing if the lease is lost.
 *
 * <p>Leases are measured with the callers' clock, which is {@link DatabaseClock} for a database that several services share.
 */
public final class JobStore {

    /** A replica of a later release can have run a job before. */
    private static final List<JobEventReason> KNOWN = List.of(JobEventReason.values());

    private final Jdbi jdbi;
    private final JobDao jobs;
    private final ClusterDao clusters;
    private final JobEnd ends;
    private final CheckStore checks;
    private final StepStore steps;

    /**
     * Works on a database.
     *
     * @param jdbi from {@link Database#jdbi()}
     */
    public JobStore(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.jobs = SharedDao.of(jdbi, JobDao.class);
        this.clusters = SharedDao.of(jdbi, ClusterDao.class);
        this.ends = new JobEnd(clusters, jobs);
        this.checks = new CheckStore(jdbi, jobs);
        this.steps = new StepStore(jdbi, jobs);
    }

    /** Returns a job, or empty if there is none or it was removed from the list. */
    public Optional<JobRecord> find(String uuid) {
        return jobs.find(uuid);
    }

    /** Returns the job of a lease, or empty if the lease is lost. */
    public Optional<JobRecord> find(JobLease lease) {
        return find(lease.jobUuid()).filter(job -> job.lease().equals(Optional.of(lease)));
    }

    /** Returns jobs that were not removed from the list, newest first. */
    public List<JobRecord> list(RowPage page) {
        return jobs.list(page);
    }

    /**
     * Removes a job from the list: at once if it has ended; else it is requested to stop, and removed when it has ended.
     *
     * @return false if nothing changed: there is no such job, or its removal was already requested
     */
    public boolean remove(String uuid, Instant at) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            boolean removed = jobs.softDelete(uuid, at);
            if (removed) {
                requestStop(uuid, at);
            }
            return removed;
        });
    }

    /**
     * Requests the stop of a job: one that is {@linkplain JobStatus#stoppable stoppable} becomes Stopping, which its runner sees.
     *
     * @return false if nothing changed: there is no such job, its {@linkplain JobMethod#stoppable method} cannot be stopped, or it
     *     is already Stopping or ended
     */
    public boolean requestStop(String uuid, Instant at) {
        return requestStop(uuid, at, jobs);
    }

    static boolean requestStop(String uuid, Instant at, JobDao jobs) {
        return jobs.requestStop(uuid, JobStatus.Stopping, JobMethod.allStoppable(), JobStatus.allStoppable(), at);
    }

    /** Returns whether another job of the cluster waits for this one to end: its delete. */
    public boolean isFollowed(JobRecord job) {
        return jobs.unfinished(job.clusterUuid()).stream().anyMatch(other -> other.id() > job.id());
    }

    /**
     * Claims the oldest unfinished job that no runner has and whose cluster has no older one. A Pending one becomes Running; others keep their status and are
     * resumed.
     *
     * @param runner who claims it
     * @param now the time
     * @param lease how long it is kept from others without {@link #renew}
     * @return the job with its new state and lease, or empty if there is nothing to do
     */
    public Optional<JobRecord> claim(String runner, Instant now, Duration lease) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            Optional<JobRecord> next = jobs.lockNext(now);
            next.ifPresent(job -> jobs.lease(job.uuid(), job.status().claimed(), runner, now, now.plus(lease)));
            return next.flatMap(job -> jobs.find(job.uuid()));
        });
    }

    /**
     * Keeps a job from others for longer.
     *
     * @param until when others may claim it
     * @return false if the lease is lost: another runner has the job, or it has ended; stop working on it
     */
    public boolean renew(JobLease lease, Instant until) {
        return jobs.renew(lease, until);
    }

    /** Returns when a lease will expire; empty if it has expired, or another runner has claimed the job. */
    public Optional<Instant> heldUntil(JobLease lease, Instant now) {
        return jobs.heldUntil(lease, now);
    }

    /** Gives an unfinished job back, so that another runner can claim it at once. Returns false if the lease is lost. */
    public boolean release(JobLease lease) {
        return jobs.release(lease);
    }

    /**
     * Writes what a runner did or observed, all or nothing. Events that the job has already are left out.
     *
     * @return false if nothing was written because the lease is lost
     */
    public boolean write(JobLease lease, JobChange change) {
        // Not one "insert … select": on MySQL that locks the numbering of the whole table, and runners block each
        // other.
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            boolean held = jobs.lock(lease).isPresent();
            if (held) {
                write(lease.jobUuid(), change);
            }
            return held;
        });
    }

    private void write(String uuid, JobChange change) {
        change.phase().ifPresent(phase -> jobs.enter(uuid, phase, change.at()));
        change.returnCause().ifPresent(cause -> jobs.goBack(uuid, cause, change.at()));
        change.progress().ifPresent(progress -> jobs.progress(uuid, progress, change.at()));
        for (JobEvent event : change.events()) {
            if (!jobs.hasEvent(uuid, event)) {
                jobs.appendEvent(uuid, event);
            }
        }
    }

    /** Returns the events of a job, oldest first, without those of a later release; empty if there is no such job. */
    public List<JobEvent> events(String uuid) {
        return jobs.events(uuid, KNOWN);
    }

    /** Returns what happened in jobs, oldest first, by the job's id; with one statement at most. */
    public Map<String, List<JobEvent>> events(Collection<JobRecord> of) {
        return of.isEmpty()
                ? Map.of()
                : jobs.eventsOf(of.stream().map(JobRecord::uuid).toList(), KNOWN).stream()
                        .collect(groupingBy(EventOfJob::jobUuid, mapping(EventOfJob::event, toList())));
    }

    /** Returns the steps of the jobs that are upgrades. */
    public StepStore steps() {
        return steps;
    }

    /** Returns the results of the jobs that are checks. */
    public CheckStore checks() {
        return checks;
    }

    /**
     * Returns the versions of jobs without reading the jobs.
     *
     * @param uuids the jobs' ids, at least one
     * @return a version of each that exists and was not removed from the list
     */
    public List<JobVersion> versions(Collection<String> uuids) {
        return jobs.versions(uuids, KNOWN);
    }

    /**
     * Ends a job together with the change of its cluster. A cluster that becomes Running by a Success has the job's revision,
     * with its spec and release, from then on; one that becomes Deleted is no longer found, and its name can be used again. If
     * the delete of the cluster waits for the job, the cluster stays Deleting whatever becomes of it.
     *
     * @param status how the job ended
     * @param clusterStatus what becomes of the cluster
     * @return false if nothing changed, because the lease is lost
     * @throws IllegalArgumentException if {@code status} is not one of an ended job
     */
    public boolean finish(JobLease lease, JobStatus status, ClusterStatus clusterStatus, Instant at) {
        return finish(lease, status, at, job -> ends.leave(job, status, clusterStatus, at));
    }

    /**
     * Ends a job that has left its cluster as it was.
     *
     * @return false if nothing changed, because the lease is lost
     * @throws IllegalArgumentException if {@code status} is not one of an ended job
     */
    public boolean finish(JobLease lease, JobStatus status, Instant at) {
        return finish(lease, status, at, job -> {});
    }

    private boolean finish(JobLease lease, JobStatus status, Instant at, Consumer<JobRecord> cluster) {
        if (!status.ended()) {
            throw new IllegalArgumentException("a job cannot end as " + status);
        }
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            Optional<JobRecord> job = jobs.find(lease.jobUuid());
            // The cluster before the job, as when a delete of the cluster is accepted: otherwise they could block each
            // other.
            job.ifPresent(ending -> clusters.lock(ending.clusterUuid()));
            boolean finished = jobs.finish(lease, status, JobPhase.ENDED, at);
            if (finished) {
                job.ifPresent(cluster);
            }
            return finished;
        });
    }
}
