package io.kubefate.server.store;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterVersion;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.request.AnsweredRequest;
import io.kubefate.server.store.request.KeyedRequest;
import io.kubefate.server.store.request.RequestConditions;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The conditions under which changes are accepted: the version of a cluster, and the keys of the last day. */
public final class RequestStore {

    private static final Duration LIFETIME = Duration.ofHours(24);

    private final JobDao jobs;
    private final RequestDao requests;

    RequestStore(Jdbi jdbi, JobDao jobs) {
        this.jobs = jobs;
        this.requests = SharedDao.of(jdbi, RequestDao.class);
    }

    /** Returns the version of a cluster, with the revision of the given record: its reader knows no later one. */
    public ClusterVersion version(ClusterRecord cluster) {
        return CurrentVersion.of(cluster, jobs).version();
    }

    /**
     * Rejects a change. The methods that accept one do it again, with a locked cluster.
     *
     * @throws KubefateException {@link ErrorCode#PRECONDITION_FAILED}, or {@link ErrorCode#JOB_ACTIVE} with the job's id
     */
    public void refuse(ClusterRecord cluster, RequestConditions conditions) {
        CurrentVersion.of(cluster, jobs).refuseUnless(conditions.precondition());
        new UnfinishedJobs(cluster, jobs).refuse();
    }

    /** Returns the request that was accepted with the same key of the same user. */
    public Optional<AnsweredRequest> find(KeyedRequest repeated, Instant now) {
        return requests.find(repeated.creator(), repeated.requestKey(), now.minus(LIFETIME));
    }

    /** Returns the job that a request started, as it was accepted. */
    public Optional<JobRecord> accepted(AnsweredRequest answered) {
        return requests.job(answered.jobUuid()).map(JobRecord::asAccepted);
    }

    /** Forgets requests that are older than a day. */
    public void removeExpired(Instant now) {
        requests.deleteExpired(now.minus(LIFETIME));
    }

    /** Remembers a request in the transaction that stores its job. */
    void add(KeyedRequest request, JobRecord job) {
        try {
            requests.insert(new AnsweredRequest(request, job.uuid(), job.times().createdAt()));
        } catch (UnableToExecuteStatementException e) {
            throw e.getCause() instanceof SQLIntegrityConstraintViolationException ? reused(request) : e;
        }
    }

    /** Returns the rejection of another request with the same key. */
    public static KubefateException reused(KeyedRequest request) {
        return new KubefateException(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                "the Idempotency-Key " + request.requestKey()
                        + " belongs to another request of the last 24 hours; use a new key for each new request");
    }
}
