package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The state of a cluster's workloads at one moment.
 *
 * @param workloads every Deployment and StatefulSet that carries the cluster's label, by name
 * @param pods the names of its pods
 * @param ingressHosts the hosts of its Ingresses, by name of the Ingress
 * @param nodeIp an address of a node (external before internal), or empty text
 * @param partyNodePort the node port to which other parties connect: that of the port in the annotation
 *     {@code kubefate.io/party-port} of a Service, the first by name; 0 if there is none
 * @param observedAt when this was true
 */
public record ClusterHealth(
        List<WorkloadHealth> workloads,
        List<String> pods,
        List<String> ingressHosts,
        String nodeIp,
        int partyNodePort,
        Instant observedAt) {

    /** Copies the lists. */
    public ClusterHealth {
        requireNonNull(nodeIp, "nodeIp is null");
        requireNonNull(observedAt, "observedAt is null");
        workloads = List.copyOf(workloads);
        pods = List.copyOf(pods);
        ingressHosts = List.copyOf(ingressHosts);
    }

    /** {@return every reason of every workload that is not ready; what several workloads of a module say, once} */
    public List<Reason> reasons() {
        Set<List<Object>> told = new HashSet<>();
        return workloads.stream()
                .filter(workload -> !workload.ready())
                .flatMap(workload -> workload.reasons().stream())
                .filter(reason -> told.add(List.of(reason.module(), reason.code(), reason.message())))
                .toList();
    }

    /** {@return whether this says the same as an other state, whenever they were observed} */
    public boolean isSameAs(ClusterHealth other) {
        return at(Instant.EPOCH).equals(other.at(Instant.EPOCH));
    }

    private ClusterHealth at(Instant time) {
        return new ClusterHealth(workloads, pods, ingressHosts, nodeIp, partyNodePort, time);
    }
}
