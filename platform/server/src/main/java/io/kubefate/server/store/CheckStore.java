package io.kubefate.server.store;

import static java.util.stream.Collectors.groupingBy;

import io.kubefate.server.store.check.CheckRecord;
import io.kubefate.server.store.check.StoredCheckResult;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The results of checks of clusters. */
public final class CheckStore {

    private final Jdbi jdbi;
    private final JobDao jobs;
    private final CheckDao checks;

    CheckStore(Jdbi jdbi, JobDao jobs) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.checks = SharedDao.of(jdbi, CheckDao.class);
    }

    /**
     * Stores how a check ended; replaces a result that is already stored.
     *
     * @param lease the claim on its job
     * @param number the index of the check in the request, from 0
     * @return false if the lease is lost
     */
    public boolean put(JobLease lease, int number, StoredCheckResult result) {
        CheckRecord check = new CheckRecord(lease.jobUuid(), number, result);
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            boolean held = jobs.lock(lease).isPresent();
            if (held) {
                checks.remove(check);
                checks.insert(check);
            }
            return held;
        });
    }

    /** Returns the current results of a job, in the order of the request. */
    public List<CheckRecord> of(JobRecord job) {
        return of(List.of(job)).getOrDefault(job.uuid(), List.of());
    }

    /** Returns the results of those jobs that are checks, by the job's id; with one statement at most. */
    public Map<String, List<CheckRecord>> of(Collection<JobRecord> of) {
        List<String> uuids = of.stream()
                .filter(job -> job.method() == JobMethod.ClusterCheck)
                .map(JobRecord::uuid)
                .toList();
        return uuids.isEmpty() ? Map.of() : checks.list(uuids).stream().collect(groupingBy(CheckRecord::jobUuid));
    }
}
