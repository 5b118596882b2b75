package io.kubefate.planning.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a cluster would meet in Kubernetes. What this service may not look at is empty.
 *
 * @param phase the namespace's, for example {@code Active}; empty text if it does not exist
 * @param denied what this service may not do, for example {@code create deployments.apps}
 * @param unserved the wanted kinds that this Kubernetes does not serve, for example {@code Gateway of networking.istio.io/v1beta1}
 * @param quotas the namespace's quotas
 * @param free cpu (cores) and memory (bytes) that the pods of others leave on nodes that take pods
 * @param storageClasses the names of the storage classes; the default one is there as empty text, too
 * @param nodePorts whose the node ports in use are, as {@code namespace/name} of the Service
 * @param ingressClasses the names of the ingress classes; the default one is there as empty text, too
 */
public record PreflightFacts(
        String phase,
        List<String> denied,
        List<String> unserved,
        List<Quota> quotas,
        Optional<Map<String, BigDecimal>> free,
        Optional<Set<String>> storageClasses,
        Optional<Map<Integer, String>> nodePorts,
        Optional<Set<String>> ingressClasses) {

    /** Copies the lists. */
    public PreflightFacts {
        denied = List.copyOf(denied);
        unserved = List.copyOf(unserved);
        quotas = List.copyOf(quotas);
    }

    /**
     * A site where everything is allowed and there is room for everything.
     *
     * @param phase the namespace's phase, or empty text
     * @return the site
     */
    public static PreflightFacts unlimited(String phase) {
        return new PreflightFacts(
                phase,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * A ResourceQuota.
     *
     * @param name its name
     * @param hard what is allowed, by resource: {@code pods}, {@code requests.cpu}, {@code count/deployments.apps}
     * @param used what is used of it
     */
    public record Quota(String name, Map<String, BigDecimal> hard, Map<String, BigDecimal> used) {

        /** Copies the maps. */
        public Quota {
            hard = Map.copyOf(hard);
            used = Map.copyOf(used);
        }
    }
}
