package io.kubefate.server.store.original;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.original.ImportResult.Outcome;
import io.kubefate.server.store.row.RootCause;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Copies clusters, ended jobs and users from the database of the original KubeFATE, with their ids. The original's database is only read.
 * A second run copies only what is new.
 */
public final class OriginalImport {

    private final Jdbi original;
    private final Jdbi own;
    private final Clock clock;

    /**
     * @param original the database of the original
     * @param own the database of this service
     */
    public OriginalImport(Jdbi original, Jdbi own, Clock clock) {
        this.original = requireNonNull(original, "original is null");
        this.own = requireNonNull(own, "own is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Copies all rows, or none.
     *
     * @return what became of each row
     * @throws KubefateException {@code DATABASE_UNAVAILABLE} if the original's database cannot be read
     */
    public List<ImportResult> run() {
        List<OriginalRow> clusters = read("clusters");
        List<OriginalRow> jobs = read("jobs");
        List<OriginalRow> users = read("users");
        Instant now = clock.instant();
        return own.inTransaction(handle -> {
            ImportDao dao = handle.attach(ImportDao.class);
            return Stream.of(
                            clusters.stream().map(row -> cluster(row, now, dao)),
                            jobs.stream().map(row -> job(row, now, dao)),
                            users.stream()
                                    .filter(row -> row.time("deleted_at").isEmpty())
                                    .map(row -> user(row, now, dao)))
                    .flatMap(results -> results)
                    .toList();
        });
    }

    private List<OriginalRow> read(String table) {
        try {
            return original.withHandle(handle -> handle.createQuery("select * from " + table + " order by id")
                    .map(OriginalRow::read)
                    .list());
        } catch (JdbiException e) {
            throw new KubefateException(
                    ErrorCode.DATABASE_UNAVAILABLE,
                    "cannot read table " + table + " of the original KubeFATE: " + RootCause.text(e)
                            + "; check the URL, the user and the password",
                    e);
        }
    }

    private static ImportResult cluster(OriginalRow row, Instant now, ImportDao dao) {
        ClusterRecord cluster = OriginalRecords.cluster(row, now);
        String name = cluster.namespace() + "/" + cluster.name();
        if (dao.hasCluster(cluster.uuid())) {
            return new ImportResult("cluster", name, Outcome.EXISTS, "");
        }
        boolean deleted = cluster.times().deletedAt().isPresent();
        Optional<String> other = dao.activeCluster(cluster.name(), cluster.namespace());
        if (!deleted && other.isPresent()) {
            return new ImportResult(
                    "cluster", name, Outcome.SKIPPED, "this service has a cluster of this name: uuid " + other.get());
        }
        dao.insert(cluster, deleted ? Optional.empty() : Optional.of(true));
        String next = "adopt it: kubefate cluster adopt " + cluster.name() + " -n " + cluster.namespace();
        return new ImportResult("cluster", name, Outcome.IMPORTED, deleted ? "deleted" : next);
    }

    private static ImportResult job(OriginalRow row, Instant now, ImportDao dao) {
        String name = row.text("method") + " " + row.text("uuid");
        Optional<JobRecord> job = OriginalRecords.job(row, now);
        if (job.isEmpty()) {
            return new ImportResult("job", name, Outcome.SKIPPED, "it has not ended");
        }
        if (dao.hasJob(job.get().uuid())) {
            return new ImportResult("job", name, Outcome.EXISTS, "");
        }
        dao.insert(job.get());
        dao.appendEvent(job.get().uuid(), OriginalRecords.event(row, job.get()));
        return new ImportResult("job", name, Outcome.IMPORTED, "");
    }

    private static ImportResult user(OriginalRow row, Instant now, ImportDao dao) {
        AccountRecord account = OriginalRecords.account(row, now);
        if (dao.hasAccount(account.name(), account.uuid())) {
            return new ImportResult("user", account.name(), Outcome.EXISTS, "");
        }
        dao.insert(account);
        return new ImportResult(
                "user",
                account.name(),
                Outcome.IMPORTED,
                "has no password and no role: kubefate user passwd " + account.name()
                        + ", kubefate permission grant --user " + account.name());
    }
}
