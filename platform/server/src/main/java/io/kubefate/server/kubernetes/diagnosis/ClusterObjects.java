package io.kubefate.server.kubernetes.diagnosis;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;

/**
 * A snapshot of all objects from which the health of a cluster is computed.
 *
 * @param deployments its Deployments
 * @param statefulSets its StatefulSets
 * @param replicaSets its ReplicaSets
 * @param pods its pods
 * @param claims the claims of the whole namespace, since a pod can use a claim of another owner
 * @param events the events of the whole namespace, since events carry no labels
 * @param ingresses its Ingresses
 * @param services its Services
 * @param nodeIp the address of a node, or empty text
 * @param crashLogs the last lines of the logs of crashed containers, as far as known
 */
public record ClusterObjects(
        List<Deployment> deployments,
        List<StatefulSet> statefulSets,
        List<ReplicaSet> replicaSets,
        List<Pod> pods,
        List<PersistentVolumeClaim> claims,
        List<Event> events,
        List<Ingress> ingresses,
        List<Service> services,
        String nodeIp,
        Map<CrashedContainer, String> crashLogs) {

    public ClusterObjects {
        requireNonNull(nodeIp, "nodeIp is null");
        deployments = List.copyOf(deployments);
        statefulSets = List.copyOf(statefulSets);
        replicaSets = List.copyOf(replicaSets);
        pods = List.copyOf(pods);
        claims = List.copyOf(claims);
        events = List.copyOf(events);
        ingresses = List.copyOf(ingresses);
        services = List.copyOf(services);
        crashLogs = Map.copyOf(crashLogs);
    }

    public ClusterObjects withCrashLogs(Map<CrashedContainer, String> logs) {
        return new ClusterObjects(
                deployments, statefulSets, replicaSets, pods, claims, events, ingresses, services, nodeIp, logs);
    }
}
