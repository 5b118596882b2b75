package io.kubefate.server.store;

import com.google.common.collect.Lists;
import io.kubefate.server.store.check.CheckOutcome;
import io.kubefate.server.store.check.CheckRecord;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterSummary;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.LatestCheck;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads what the federation of all clusters needs, each with one statement. */
public final class FederationStore {

    /** Limits the length of a statement and the memory that its result needs. */
    private static final int BATCH = 500;

    private final FederationDao federation;

    /** @param jdbi from {@link Database#jdbi()} */
    public FederationStore(Jdbi jdbi) {
        this.federation = SharedDao.of(jdbi, FederationDao.class);
    }

    /**
     * Returns the clusters that are not deleted, newest last.
     *
     * @param visible their namespaces; all if empty
     */
    public List<ClusterSummary> clusters(Optional<Set<String>> visible) {
        return federation.clusters(visible.isEmpty(), visible.orElse(Set.of()));
    }

    /** Passes the rows of clusters on, a few hundred at a time. */
    public void records(List<String> uuids, Consumer<ClusterRecord> use) {
        Lists.partition(uuids, BATCH).forEach(some -> federation.records(some).forEach(use));
    }

    /**
     * Returns the newest check of each cluster that has ended, by cluster.
     *
     * @param visible the namespaces of the clusters; all if empty
     */
    public Map<String, LatestCheck> latestChecks(Optional<Set<String>> visible) {
        return federation.latestChecks(JobMethod.ClusterCheck, visible.isEmpty(), visible.orElse(Set.of())).stream()
                .collect(Collectors.toMap(LatestCheck::clusterUuid, Function.identity()));
    }

    /** Returns the names of what failed, by job, of those checks that did not succeed. */
    public Map<String, List<String>> failures(Collection<LatestCheck> checks) {
        List<String> jobs = checks.stream()
                .filter(check -> check.status() != JobStatus.Success)
                .map(LatestCheck::uuid)
                .toList();
        return Lists.partition(jobs, BATCH).stream()
                .flatMap(some -> federation.results(some).stream())
                .filter(check -> check.result().outcome() == CheckOutcome.FAILED)
                .collect(Collectors.groupingBy(
                        CheckRecord::jobUuid,
                        Collectors.mapping(check -> check.result().name(), Collectors.toList())));
    }
}
