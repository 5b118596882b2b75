package io.kubefate.server.kubernetes;

import java.time.Instant;
import java.util.List;

/**
 * The state of a cluster's workloads at one moment.
 *
 * @param workloads every Deployment and StatefulSet that carries the cluster's label, by name
 * @param pods the names of its pods
 * @param ingressHosts the hosts of its Ingresses, by name of the Ingress
 * @param nodeIp an address of a node (external before internal), or empty text
 * @param partyNodePort the node port of its Service that other parties call (the one labelled with the annotation-free rule
 *     "has a node port for port 9370"), or 0
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
        workloads = List.copyOf(workloads);
        pods = List.copyOf(pods);
        ingressHosts = List.copyOf(ingressHosts);
    }

    /** {@return every reason of every workload that is not ready} */
    public List<Reason> reasons() {
        return workloads.stream().filter(workload -> !workload.ready()).flatMap(workload -> workload.reasons().stream()).toList();
    }
}
