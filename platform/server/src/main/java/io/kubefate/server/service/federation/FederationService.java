package io.kubefate.server.service.federation;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.FederationCheck;
import io.kubefate.planning.federation.DeclaredCluster;
import io.kubefate.planning.federation.Federation;
import io.kubefate.server.service.federation.Declaration.Unknown;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.spec.MemberReader;
import io.kubefate.server.store.FederationStore;
import io.kubefate.server.store.cluster.ClusterSummary;
import io.kubefate.server.store.job.LatestCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the routes of all clusters that a user may see. */
public final class FederationService {

    private final FederationStore store;
    private final Declarations declarations;

    public FederationService(FederationStore store, MemberReader reader) {
        this.store = requireNonNull(store, "store is null");
        this.declarations = new Declarations(store, reader);
    }

    /**
     * Returns the federation of clusters. A cluster in another namespace counts as if it were not managed here.
     *
     * @param visible the namespaces of the clusters
     */
    public io.kubefate.api.Federation federation(Namespaces visible) {
        List<ClusterSummary> clusters = store.clusters(visible.restriction());
        Map<String, Declaration> declared = declarations.of(clusters);
        Federation federation = Federation.of(clusters.stream()
                .flatMap(cluster -> declared(cluster, declaration(declared, cluster)).stream())
                .toList());
        Map<String, FederationCheck> checks = checks(visible);
        FederationAnswer answer = new FederationAnswer(clusters);
        return answer.of(
                federation,
                clusters.stream()
                        .map(cluster -> answer.cluster(
                                cluster,
                                declaration(declared, cluster),
                                Optional.ofNullable(
                                        checks.get(cluster.identity().uuid()))))
                        .toList());
    }

    private Map<String, FederationCheck> checks(Namespaces visible) {
        Map<String, LatestCheck> latest = store.latestChecks(visible.restriction());
        Map<String, List<String>> failures = store.failures(latest.values());
        Map<String, FederationCheck> checks = new HashMap<>();
        latest.forEach((cluster, check) -> checks.put(
                cluster,
                new FederationCheck(
                        check.uuid(),
                        check.status().name(),
                        check.endedAt(),
                        failures.getOrDefault(check.uuid(), List.of()))));
        return checks;
    }

    private static Optional<DeclaredCluster> declared(ClusterSummary cluster, Declaration declaration) {
        return declaration
                .member()
                .map(member -> new DeclaredCluster(
                        cluster.identity().uuid(), cluster.identity().namespace(), member));
    }

    private static Declaration declaration(Map<String, Declaration> declared, ClusterSummary cluster) {
        return declared.getOrDefault(cluster.identity().uuid(), Declaration.unknown(Unknown.NOT_DECLARED));
    }
}
