package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.kubefate.server.kubernetes.diagnosis.ClusterObjects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Caches of a cluster's objects, updated by watches that reconnect. */
final class ClusterCaches implements AutoCloseable {

    private final SharedIndexInformer<Deployment> deployments;
    private final SharedIndexInformer<StatefulSet> statefulSets;
    private final SharedIndexInformer<ReplicaSet> replicaSets;
    private final SharedIndexInformer<Pod> pods;
    private final SharedIndexInformer<PersistentVolumeClaim> claims;
    private final SharedIndexInformer<Event> events;
    private final SharedIndexInformer<Ingress> ingresses;
    private final SharedIndexInformer<Service> services;

    ClusterCaches(ClusterQueries queries, Runnable onEvent) {
        deployments = queries.deployments().follow(onEvent);
        statefulSets = queries.statefulSets().follow(onEvent);
        replicaSets = queries.replicaSets().follow(onEvent);
        pods = queries.pods().follow(onEvent);
        claims = queries.claims().follow(onEvent);
        events = queries.events().follow(onEvent);
        ingresses = queries.ingresses().follow(onEvent);
        services = queries.services().follow(onEvent);
    }

    /** Completes when every required cache is complete; optional ones may be missing. */
    CompletableFuture<Void> start() {
        return CompletableFuture.allOf(
                all().map(informer -> informer.start().toCompletableFuture().exceptionally(dispensable -> null))
                        .toArray(CompletableFuture<?>[]::new));
    }

    ClusterObjects objects(String nodeIp) {
        return new ClusterObjects(
                deployments.getStore().list(),
                statefulSets.getStore().list(),
                replicaSets.getStore().list(),
                pods.getStore().list(),
                claims.getStore().list(),
                events.getStore().list(),
                ingresses.getStore().list(),
                services.getStore().list(),
                nodeIp,
                Map.of());
    }

    @Override
    public void close() {
        all().forEach(SharedIndexInformer::stop);
    }

    private Stream<SharedIndexInformer<?>> all() {
        return List.<SharedIndexInformer<?>>of(
                deployments, statefulSets, replicaSets, pods, claims, events, ingresses, services)
                .stream();
    }
}
