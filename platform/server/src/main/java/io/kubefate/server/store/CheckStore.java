package io.kubefate.server.store;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** How the checks ended that jobs have made. */
public final class CheckStore {

    private final Jdbi jdbi;
    private final CheckDao checks;

    CheckStore(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.checks = jdbi.onDemand(CheckDao.class);
    }

    /**
     * Stores how a check ended; a result that is there already is replaced.
     *
     * @param uuid the job's id
     * @param runner who has it
     * @param check the result
     * @return false if the lease is lost
     */
    public boolean put(String uuid, String runner, CheckRecord check) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            if (handle.attach(JobDao.class).lock(uuid, runner).isEmpty()) {
                return false;
            }
            CheckDao locked = handle.attach(CheckDao.class);
            locked.remove(uuid, check.number());
            locked.insert(uuid, check.number(), check.result());
            return true;
        });
    }

    /**
     * The results of a job.
     *
     * @param job any job
     * @return those that have ended, in the order in which they were asked for; empty for a job of another kind
     */
    public List<CheckRecord> of(JobRecord job) {
        return job.method() == JobMethod.ClusterCheck ? checks.list(job.uuid()) : List.of();
    }
}
