package io.kubefate.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The jobs as a queue. A runner has a job as long as it holds the job's lease: it claims the job, renews the lease while it
 * works, and finishes or releases the job. Whoever dies stops renewing, and another runner claims the job. What only the
 * runner may write names the runner and does nothing for one that has lost the lease.
 *
 * <p>A runner's name is used by nobody else: no other thread, no other service, no earlier life of the same service.
 *
 * <p>Leases are measured with the callers' clocks. If those differ by more than a lease lasts, a runner may be robbed of a
 * job that it is still at; it learns this at its next {@link #renew}, and its writes already do nothing.
 */
public final class JobStore {

    private final Jdbi jdbi;
    private final JobDao jobs;
    private final CheckStore checks;

    /**
     * Works on a database.
     *
     * @param jdbi from {@link Database#jdbi()}
     */
    public JobStore(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.jobs = jdbi.onDemand(JobDao.class);
        this.checks = new CheckStore(jdbi);
    }

    /**
     * One job.
     *
     * @param uuid its id
     * @return the job, or empty if there is none or it was removed from the list
     */
    public Optional<JobRecord> find(String uuid) {
        return jobs.find(uuid);
    }

    /** {@return all jobs that were not removed from the list, oldest first} */
    public List<JobRecord> list() {
        return jobs.list();
    }

    /**
     * Removes an ended job from the list.
     *
     * @param uuid the job's id
     * @param at the time of the removal
     * @return false if nothing changed: there is no such job, it is unfinished or already removed
     */
    public boolean softDelete(String uuid, Instant at) {
        return jobs.softDelete(uuid, at);
    }

    /**
     * Asks for the stop of an install, update or check: a Pending or Running one becomes Stopping, which its runner sees.
     *
     * @param uuid the job's id
     * @param at the time of the request
     * @return false if nothing changed: there is no such job, it is a delete, already Stopping or ended
     */
    public boolean requestStop(String uuid, Instant at) {
        return jobs.requestStop(uuid, at);
    }

    /**
     * Takes the oldest unfinished job that no runner has. A Pending one becomes Running; a Running one goes on where its
     * last runner died; a Stopping one remains Stopping.
     *
     * @param runner who takes it
     * @param now the time
     * @param lease how long it is kept from others without {@link #renew}
     * @return the job with its new state, or empty if there is nothing to do
     */
    public Optional<JobRecord> claim(String runner, Instant now, Duration lease) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            JobDao locking = handle.attach(JobDao.class);
            Optional<JobRecord> next = locking.lockNext(now);
            next.ifPresent(job -> locking.lease(job.uuid(), runner, now, now.plus(lease)));
            return next.flatMap(job -> locking.find(job.uuid()));
        });
    }

    /**
     * Keeps a job from others for longer.
     *
     * @param uuid the job's id
     * @param runner who has it
     * @param until when others may take it
     * @return false if the lease is lost: stop working on the job, somebody else has it or it has ended
     */
    public boolean renew(String uuid, String runner, Instant until) {
        return jobs.renew(uuid, runner, until);
    }

    /**
     * Gives an unfinished job back, so that another runner takes it at once.
     *
     * @param uuid the job's id
     * @param runner who has it
     * @return false if the lease is lost
     */
    public boolean release(String uuid, String runner) {
        return jobs.release(uuid, runner);
    }

    /**
     * Replaces what is shown of a job's progress.
     *
     * @param uuid the job's id
     * @param runner who has it
     * @param subJobs progress by container name as JSON, or empty text
     * @param reasons why it waits or failed as JSON, or empty text
     * @param at the time of the observation
     * @return false if the lease is lost
     */
    public boolean progress(String uuid, String runner, String subJobs, String reasons, Instant at) {
        return jobs.progress(uuid, runner, subJobs, reasons, at);
    }

    /**
     * Adds a line to what happened in a job, unless it is the same as the last line.
     *
     * @param uuid the job's id
     * @param runner who has it
     * @param at when it happened
     * @param message one line
     * @return false if nothing was added: it is the last line already, or the lease is lost
     */
    public boolean appendState(String uuid, String runner, Instant at, String message) {
        return append(
                uuid, runner, at, message, locked -> locked.lastEvent(uuid).equals(Optional.of(message)));
    }

    /**
     * Adds a line to what happened in a job, unless the job has the same line anywhere: for steps that happen once in a
     * job's life, and may be repeated by the next runner.
     *
     * @param uuid the job's id
     * @param runner who has it
     * @param at when it happened
     * @param message one line
     * @return false if nothing was added: the line is there already, or the lease is lost
     */
    public boolean appendStateOnce(String uuid, String runner, Instant at, String message) {
        return append(uuid, runner, at, message, locked -> locked.hasEvent(uuid, message));
    }

    /**
     * What happened in a job.
     *
     * @param uuid the job's id
     * @return oldest first; empty if there is no such job
     */
    public List<JobEvent> events(String uuid) {
        return jobs.events(uuid);
    }

    /** {@return the steps of the jobs that are upgrades} */
    public StepStore steps() {
        return new StepStore(jdbi);
    }

    /** {@return how the checks ended that jobs have made} */
    public CheckStore checks() {
        return checks;
    }

    /**
     * Asks in which state jobs are, without reading them.
     *
     * @param uuids the jobs' ids, at least one
     * @return a version of each that there is and that was not removed from the list
     */
    public List<JobVersion> versions(Collection<String> uuids) {
        return jobs.versions(uuids);
    }

    /**
     * Ends a job together with the change of its cluster. A cluster that becomes Running by a Success has the job's revision,
     * with its spec and release, from then on; one that becomes Deleted is gone, and its name is free again.
     *
     * @param uuid the job's id
     * @param runner who has it
     * @param status how the job ended
     * @param clusterStatus what becomes of the cluster
     * @param at when it ended
     * @return false if nothing changed, because the lease is lost
     * @throws IllegalArgumentException if {@code status} is not one of an ended job
     */
    public boolean finish(String uuid, String runner, JobStatus status, ClusterStatus clusterStatus, Instant at) {
        return finish(uuid, runner, status, at, (job, handle) -> JobEnd.leave(job, clusterStatus, at, handle));
    }

    /**
     * Ends a job that has left its cluster as it was.
     *
     * @param uuid the job's id
     * @param runner who has it
     * @param status how the job ended
     * @param at when it ended
     * @return false if nothing changed, because the lease is lost
     * @throws IllegalArgumentException if {@code status} is not one of an ended job
     */
    public boolean finish(String uuid, String runner, JobStatus status, Instant at) {
        return finish(uuid, runner, status, at, (job, handle) -> {});
    }

    private boolean finish(
            String uuid, String runner, JobStatus status, Instant at, BiConsumer<JobRecord, Handle> cluster) {
        if (!status.ended()) {
            throw new IllegalArgumentException("a job cannot end as " + status);
        }
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            JobDao finishing = handle.attach(JobDao.class);
            boolean finished = finishing.finish(uuid, runner, status, at);
            if (finished) {
                finishing.find(uuid).ifPresent(job -> cluster.accept(job, handle));
            }
            return finished;
        });
    }

    /** Not one "insert … select": on MySQL that locks the numbering of the whole table, and runners block each other. */
    private boolean append(String uuid, String runner, Instant at, String message, Predicate<JobDao> superfluous) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            JobDao locked = handle.attach(JobDao.class);
            if (locked.lock(uuid, runner).isEmpty() || superfluous.test(locked)) {
                return false;
            }
            locked.appendEvent(uuid, at, message);
            return true;
        });
    }
}
