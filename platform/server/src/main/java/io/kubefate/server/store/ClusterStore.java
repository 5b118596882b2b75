package io.kubefate.server.store;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.job.HistoryRecord;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.plugin.PluginUse;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.row.RowPage;
import io.kubefate.server.store.step.StepRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The clusters and their revisions, and the acceptance of jobs on them. */
public final class ClusterStore {

    private final Jdbi jdbi;
    private final ClusterDao clusters;
    private final JobDao jobs;
    private final StepDao steps;
    private final RequestStore requests;

    /**
     * Works on a database.
     *
     * @param jdbi from {@link Database#jdbi()}
     */
    public ClusterStore(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.clusters = SharedDao.of(jdbi, ClusterDao.class);
        this.jobs = SharedDao.of(jdbi, JobDao.class);
        this.steps = SharedDao.of(jdbi, StepDao.class);
        this.requests = new RequestStore(jdbi, jobs);
    }

    /**
     * Stores a new cluster with its first revision and the job that installs it, all or nothing.
     *
     * @param cluster {@link ClusterRecord#pending}
     * @param revision its first revision
     * @param job {@link JobRecord#pending}
     * @param conditions of which the precondition does not apply
     * @return the job as stored
     * @throws KubefateException {@link ErrorCode#IDEMPOTENCY_KEY_REUSED}, {@link ErrorCode#ALREADY_EXISTS} if the namespace has a cluster of this name that is not
     *     deleted, also when both are accepted at the same time by different services
     */
    public JobRecord acceptInstall(
            ClusterRecord cluster, RevisionRecord revision, JobRecord job, RequestConditions conditions) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            insert(cluster);
            clusters.insertRevision(revision);
            return insert(job, conditions);
        });
    }

    /**
     * Stores a new revision of a cluster with the job that brings it, and sets the cluster to Updating, all or nothing.
     *
     * @param revision the revision; its number is given here
     * @param pending what is to run before it, {@link StepRecord#pending}; their revision's number is given here
     * @param job {@link JobRecord#pending}; its revision's number is given here
     * @return the job as stored
     * @throws KubefateException {@link ErrorCode#NOT_FOUND} if there is no such cluster, {@link ErrorCode#PRECONDITION_FAILED}
     *     if it has another version, {@link ErrorCode#JOB_ACTIVE} if it has an unfinished job, {@link
     *     ErrorCode#IDEMPOTENCY_KEY_REUSED}
     */
    public JobRecord acceptUpdate(
            RevisionRecord revision, List<StepRecord> pending, JobRecord job, RequestConditions conditions) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            lockWithoutJob(job.clusterUuid(), conditions);
            int number = clusters.lastRevision(job.clusterUuid()) + 1;
            clusters.setStatus(
                    job.clusterUuid(), ClusterStatus.Updating, job.times().createdAt());
            clusters.insertRevision(revision.withNumber(number));
            pending.forEach(step -> steps.insert(step.withRevision(number)));
            return insert(job.withRevision(number), conditions);
        });
    }

    /**
     * Stores a job that deletes a cluster, and sets the cluster to Deleting. An unfinished job of the cluster is requested to stop; the
     * delete is claimed when it has ended.
     *
     * @param job {@link JobRecord#pending}
     * @return the job as stored, or the unfinished delete of the cluster if that was requested with the same options
     * @throws KubefateException {@link ErrorCode#NOT_FOUND} if there is no such cluster, {@link ErrorCode#PRECONDITION_FAILED}
     *     if it has another version, {@link ErrorCode#JOB_ACTIVE} if it has an unfinished delete with other options
     */
    public JobRecord acceptDelete(JobRecord job, RequestConditions conditions) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            ClusterRecord cluster = clusters.lock(job.clusterUuid()).orElseThrow(KubefateException::notFound);
            CurrentVersion.of(cluster, jobs).refuseUnless(conditions.precondition());
            UnfinishedJobs unfinished = new UnfinishedJobs(cluster, jobs);
            Optional<JobRecord> same = unfinished.sameDelete(job.request());
            if (same.isPresent()) {
                return same.get();
            }
            Instant at = job.times().createdAt();
            unfinished.stop(at);
            clusters.setStatus(cluster.uuid(), ClusterStatus.Deleting, at);
            return insert(job, conditions);
        });
    }

    /**
     * Stores a job that changes nothing of a cluster.
     *
     * @param job {@link JobRecord#pending}
     * @return the job as stored
     * @throws KubefateException {@link ErrorCode#NOT_FOUND} if there is no such cluster, {@link ErrorCode#JOB_ACTIVE} if it
     *     has an unfinished job, {@link ErrorCode#IDEMPOTENCY_KEY_REUSED}
     */
    public JobRecord acceptCheck(JobRecord job, RequestConditions conditions) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            lockWithoutJob(job.clusterUuid(), conditions);
            return insert(job, conditions);
        });
    }

    /** Returns a cluster; empty if there is none, or it is deleted. */
    public Optional<ClusterRecord> find(String uuid) {
        return clusters.find(uuid);
    }

    /** Returns the cluster of a name and namespace; empty if there is none, or it is deleted. */
    public Optional<ClusterRecord> findByName(String name, String namespace) {
        return clusters.findByName(name, namespace);
    }

    /** Returns the cluster of this name and namespace that was deleted last. */
    public Optional<ClusterRecord> findLastDeleted(String name, String namespace) {
        return clusters.findLastDeleted(name, namespace);
    }

    /** Returns the ids of all clusters that are not deleted. */
    public List<String> installed() {
        return clusters.installed();
    }

    /** Lists clusters, newest first, deleted ones only if {@code deletedToo}. */
    public List<ClusterRecord> list(boolean deletedToo, RowPage page) {
        return clusters.list(deletedToo, page);
    }

    /** Lists all clusters, newest last, deleted ones only if {@code deletedToo}. */
    public List<ClusterRecord> list(boolean deletedToo) {
        return RowPage.all(page -> list(deletedToo, page), ClusterRecord::id);
    }

    /**
     * Changes the status of a cluster, if it still has an expected one: so that a caller that read an old status does not overwrite
     * a newer one, for example Deleting.
     *
     * @param uuid the cluster's id
     * @param from the expected status
     * @param to the new status, not Deleted
     * @param at the time of the change
     * @return false if nothing changed, because it has another status or is deleted
     */
    public boolean updateStatus(String uuid, ClusterStatus from, ClusterStatus to, Instant at) {
        return clusters.updateStatus(uuid, from, to, at);
    }

    /**
     * Returns a revision, also one of a deleted cluster; empty if there is none.
     *
     * @param number from 1
     */
    public Optional<RevisionRecord> revision(String clusterUuid, int number) {
        return clusters.revision(clusterUuid, number);
    }

    /**
     * Returns the revisions of a cluster, newest first, whether or not they were ever ready; empty if there is no such cluster.
     *
     * @param from the oldest of them; 0 for all
     */
    public List<RevisionRecord> revisions(String clusterUuid, int from) {
        return clusters.revisions(clusterUuid, from);
    }

    /** Returns all revisions of some clusters, read with one statement. */
    public List<RevisionRecord> revisions(Collection<String> clusterUuids) {
        return clusterUuids.isEmpty() ? List.of() : clusters.revisionsOf(clusterUuids);
    }

    /** Returns the number of the newest revision of a cluster; 0 if there is no such cluster. */
    public int lastRevision(String clusterUuid) {
        return clusters.lastRevision(clusterUuid);
    }

    /** Returns the history of a cluster, oldest revision first; empty if there is no such cluster. */
    public List<HistoryRecord> history(String clusterUuid) {
        return clusters.history(clusterUuid, JobMethod.allThatBringRevisions());
    }

    /** Returns the steps of all upgrades of a cluster, whether or not they ever began, by revision, in the order in which they run. */
    public List<StepRecord> steps(String clusterUuid) {
        return jdbi.withExtension(StepDao.class, steps -> steps.ofCluster(clusterUuid));
    }

    /** Returns the conditions under which changes are accepted. */
    public RequestStore requests() {
        return requests;
    }

    /** Returns which clusters use which plugins in their current and planned revisions, by name and namespace, without deleted ones. */
    public List<PluginUse> pluginUses() {
        return clusters.pluginUses();
    }

    /** Leaves the decision to the unique index: only there do several services meet. */
    private void insert(ClusterRecord cluster) {
        try {
            clusters.insert(cluster);
        } catch (UnableToExecuteStatementException e) {
            if (!clusters.exists(cluster.name(), cluster.namespace())) {
                throw e;
            }
            throw new KubefateException(
                    ErrorCode.ALREADY_EXISTS,
                    "name=" + cluster.name() + " & namespace=" + cluster.namespace() + " Cluster already existed",
                    e);
        }
    }

    /** Locks a cluster until the end of the transaction, and rejects it if it has an unfinished job or another version. */
    private void lockWithoutJob(String uuid, RequestConditions conditions) {
        ClusterRecord cluster = clusters.lock(uuid).orElseThrow(KubefateException::notFound);
        requests.refuse(cluster, conditions);
    }

    private JobRecord insert(JobRecord job, RequestConditions conditions) {
        jobs.insert(job);
        conditions.once().ifPresent(request -> requests.add(request, job));
        return jobs.find(job.uuid()).orElseThrow();
    }
}
