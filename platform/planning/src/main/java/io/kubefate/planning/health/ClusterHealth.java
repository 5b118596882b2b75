package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.ObjectRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The health of a cluster's workloads at one point in time.
 *
 * @param workloads every Deployment and StatefulSet with the cluster's label, by name
 * @param pods the names of its pods
 * @param ingressHosts the hosts of its Ingresses, by name of the Ingress
 * @param nodeIp the address of a node (external before internal), or empty text
 * @param partyNodePort the node port that other parties connect to: that of the port in the annotation
 *     {@code kubefate.io/party-port} of a Service, the first by name; 0 if there is none
 * @param pendingLoadBalancers the Services of type LoadBalancer that have no address, by name
 * @param observedAt when the health was observed
 */
public record ClusterHealth(
        List<WorkloadHealth> workloads,
        List<String> pods,
        List<String> ingressHosts,
        String nodeIp,
        int partyNodePort,
        List<ObjectRef> pendingLoadBalancers,
        Instant observedAt) {

    public ClusterHealth {
        requireNonNull(nodeIp, "nodeIp is null");
        requireNonNull(observedAt, "observedAt is null");
        workloads = List.copyOf(workloads);
        pods = List.copyOf(pods);
        ingressHosts = List.copyOf(ingressHosts);
        pendingLoadBalancers = List.copyOf(pendingLoadBalancers);
    }

    /** Returns the reasons of all workloads that are not ready; equal reasons of several workloads of a module only once. */
    public List<Reason> reasons() {
        Set<List<Object>> seen = new HashSet<>();
        return workloads.stream()
                .filter(workload -> !workload.ready())
                .flatMap(workload -> workload.reasons().stream())
                .filter(reason -> seen.add(List.of(reason.module(), reason.code(), reason.message())))
                .toList();
    }

    /** Returns whether the health is the same as another, ignoring when they were observed. */
    public boolean isSameAs(ClusterHealth other) {
        return at(Instant.EPOCH).equals(other.at(Instant.EPOCH));
    }

    private ClusterHealth at(Instant time) {
        return new ClusterHealth(workloads, pods, ingressHosts, nodeIp, partyNodePort, pendingLoadBalancers, time);
    }
}
