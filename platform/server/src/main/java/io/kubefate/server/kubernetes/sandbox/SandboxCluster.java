package io.kubefate.server.kubernetes.sandbox;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.kubernetes.diagnosis.ClusterObjects;
import io.kubefate.server.kubernetes.diagnosis.ContainerStates;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Computes the objects that Kubernetes would report about a cluster. */
final class SandboxCluster {

    private final SandboxObjects objects;
    private final KubernetesSerialization serialization;
    private final SandboxPods pods;
    private final Predicate<Manifest> isStarted;

    /**
     * Creates a view of the sandbox.
     *
     * @param isStarted whether the start time of a workload's pods is over
     */
    SandboxCluster(
            SandboxObjects objects,
            KubernetesSerialization serialization,
            SandboxPods pods,
            Predicate<Manifest> isStarted) {
        this.objects = objects;
        this.serialization = serialization;
        this.pods = pods;
        this.isStarted = isStarted;
    }

    ClusterObjects objects(String namespace, String clusterId) {
        List<Manifest> deployments = owned("Deployment", namespace, clusterId).toList();
        List<Manifest> statefulSets = owned("StatefulSet", namespace, clusterId).toList();
        return new ClusterObjects(
                deployments.stream().map(this::deployment).toList(),
                statefulSets.stream().map(this::statefulSet).toList(),
                deployments.stream().map(this::replicaSet).toList(),
                Stream.concat(
                                deployments.stream().flatMap(this::podsOfDeployment),
                                statefulSets.stream().flatMap(this::podsOfStatefulSet))
                        .toList(),
                objects.ofKind("PersistentVolumeClaim", namespace).stream()
                        .map(object -> as(object, PersistentVolumeClaim.class))
                        .toList(),
                List.of(),
                owned("Ingress", namespace, clusterId)
                        .map(object -> as(object, Ingress.class))
                        .toList(),
                owned("Service", namespace, clusterId)
                        .map(object -> as(object, Service.class))
                        .toList(),
                "",
                Map.of());
    }

    /** Returns the pods of the command's module. */
    Stream<Pod> pods(PodCommand command) {
        return Stream.concat(
                owned("Deployment", command).flatMap(this::podsOfDeployment),
                owned("StatefulSet", command).flatMap(this::podsOfStatefulSet));
    }

    private Stream<Manifest> owned(String kind, PodCommand command) {
        return owned(kind, command.namespace(), command.clusterId())
                .filter(object -> object.label(Ownership.MODULE).equals(command.module()));
    }

    private Stream<Manifest> owned(String kind, String namespace, String clusterId) {
        return objects.ofKind(kind, namespace).stream()
                .filter(object -> object.label(Ownership.CLUSTER).equals(clusterId));
    }

    private Deployment deployment(Manifest object) {
        return pods.report(as(object, Deployment.class), isStarted.test(object));
    }

    private StatefulSet statefulSet(Manifest object) {
        return pods.report(as(object, StatefulSet.class), isStarted.test(object));
    }

    private ReplicaSet replicaSet(Manifest object) {
        return pods.replicaSet(as(object, Deployment.class));
    }

    private Stream<Pod> podsOfDeployment(Manifest object) {
        var spec = as(object, Deployment.class).getSpec();
        return pods.pods(replicaSet(object), spec.getTemplate(), spec.getReplicas(), isStarted.test(object)).stream();
    }

    private Stream<Pod> podsOfStatefulSet(Manifest object) {
        StatefulSet owner = as(object, StatefulSet.class);
        var spec = owner.getSpec();
        return pods.pods(owner, spec.getTemplate(), spec.getReplicas(), isStarted.test(object)).stream();
    }

    private <T> T as(Manifest object, Class<T> type) {
        return serialization.convertValue(object.content(), type);
    }

    /** Runs nothing; every command that can be started succeeds. */
    CommandResult run(PodCommand command) {
        boolean ready = pods(command).anyMatch(pod -> ContainerStates.canRunCommands(pod, command.container()));
        return ready
                ? new CommandResult.Exited(0, "the sandbox runs no command\n")
                : CommandResult.NotRun.withoutPod(command);
    }
}
