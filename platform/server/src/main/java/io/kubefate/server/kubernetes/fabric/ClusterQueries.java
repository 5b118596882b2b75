package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubefate.planning.manifest.Ownership;

/** The queries for the objects of one cluster. Claims and events are those of the whole namespace: see ClusterObjects. */
record ClusterQueries(
        Query<Deployment> deployments,
        Query<StatefulSet> statefulSets,
        Query<ReplicaSet> replicaSets,
        Query<Pod> pods,
        Query<PersistentVolumeClaim> claims,
        Query<Event> events,
        Query<Ingress> ingresses,
        Query<Service> services) {

    static ClusterQueries of(KubernetesClient client, String namespace, String clusterId) {
        String label = Ownership.CLUSTER;
        return new ClusterQueries(
                Query.required(
                        client.apps().deployments().inNamespace(namespace).withLabel(label, clusterId)),
                Query.required(
                        client.apps().statefulSets().inNamespace(namespace).withLabel(label, clusterId)),
                Query.required(
                        client.apps().replicaSets().inNamespace(namespace).withLabel(label, clusterId)),
                Query.required(client.pods().inNamespace(namespace).withLabel(label, clusterId)),
                Query.optional(client.persistentVolumeClaims().inNamespace(namespace)),
                Query.optional(client.v1().events().inNamespace(namespace)),
                Query.optional(
                        client.network().v1().ingresses().inNamespace(namespace).withLabel(label, clusterId)),
                Query.optional(client.services().inNamespace(namespace).withLabel(label, clusterId)));
    }
}
