package io.kubefate.planning.preflight;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The facts about Kubernetes that preflight rules use.
 *
 * @param namespace the facts about the namespace
 * @param denied the missing permissions in the namespace, for example {@code create deployments.apps}
 * @param unserved the desired kinds that Kubernetes does not serve, for example {@code Gateway of networking.istio.io/v1beta1}
 * @param cluster the facts that do not depend on the namespace
 */
public record PreflightFacts(
        NamespaceFacts namespace, List<String> denied, List<String> unserved, ClusterFacts cluster) {

    public PreflightFacts {
        requireNonNull(namespace, "namespace is null");
        denied = List.copyOf(denied);
        unserved = List.copyOf(unserved);
        requireNonNull(cluster, "cluster is null");
    }

    /** Returns facts without any restriction. */
    public static PreflightFacts unlimited(String phase) {
        return new PreflightFacts(NamespaceFacts.unlimited(phase), List.of(), List.of(), ClusterFacts.UNKNOWN);
    }

    /**
     * Facts about the namespace.
     *
     * @param phase for example {@code Active}; empty text if the namespace does not exist
     * @param remaining what a namespace that is being deleted waits for, in the words of Kubernetes; may be empty text
     * @param podSecurity the Pod Security level that Kubernetes enforces; empty if the service has no permission to read it
     * @param quotas the quotas that apply to all pods
     * @param defaults the requests and limits of containers that specify none, by name as in a quota: {@code requests.cpu}; empty if
     *     the service has no permission to read them
     */
    public record NamespaceFacts(
            String phase,
            String remaining,
            Optional<PodSecurityLevel> podSecurity,
            List<Quota> quotas,
            Optional<Map<String, BigDecimal>> defaults) {

        public NamespaceFacts {
            requireNonNull(phase, "phase is null");
            requireNonNull(remaining, "remaining is null");
            requireNonNull(podSecurity, "podSecurity is null");
            quotas = List.copyOf(quotas);
            defaults = defaults.map(Map::copyOf);
        }

        static NamespaceFacts unlimited(String phase) {
            return new NamespaceFacts(
                    phase, "", Optional.of(PodSecurityLevel.PRIVILEGED), List.of(), Optional.of(Map.of()));
        }
    }

    /**
     * Facts about the whole Kubernetes cluster; empty where the service has no permission to read them.
     *
     * @param capacity the capacity of the nodes
     * @param storageClasses their names; the default class is listed as empty text, too
     * @param nodePorts the node ports in use, each with {@code namespace/name} of its Service
     * @param ingressClasses their names; the default class is listed as empty text, too
     */
    public record ClusterFacts(
            Optional<Capacity> capacity,
            Optional<Set<String>> storageClasses,
            Optional<Map<Integer, String>> nodePorts,
            Optional<Set<String>> ingressClasses) {

        static final ClusterFacts UNKNOWN =
                new ClusterFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public ClusterFacts {
            requireNonNull(storageClasses, "storageClasses is null");
            requireNonNull(nodePorts, "nodePorts is null");
            requireNonNull(ingressClasses, "ingressClasses is null");
            requireNonNull(capacity, "capacity is null");
            storageClasses = storageClasses.map(Set::copyOf);
            nodePorts = nodePorts.map(Map::copyOf);
            ingressClasses = ingressClasses.map(Set::copyOf);
        }
    }

    /**
     * Cpu in cores and memory in bytes, by resource name.
     *
     * @param nodes the allocatable resources of each schedulable node
     * @param free the allocatable resources of all nodes less the requests of other pods; those of the cluster itself count as free
     */
    public record Capacity(List<Map<String, BigDecimal>> nodes, Map<String, BigDecimal> free) {

        public Capacity {
            requireNonNull(nodes, "nodes is null");
            nodes = nodes.stream().map(Map::copyOf).toList();
            free = Map.copyOf(free);
        }
    }

    /**
     * A ResourceQuota.
     *
     * @param name its name
     * @param hard the limits, by resource: {@code pods}, {@code requests.cpu}, {@code count/deployments.apps}
     * @param used the usage, by resource
     */
    public record Quota(String name, Map<String, BigDecimal> hard, Map<String, BigDecimal> used) {

        public Quota {
            requireNonNull(name, "name is null");
            hard = Map.copyOf(hard);
            used = Map.copyOf(used);
        }
    }
}
