package io.kubefate.server.kubernetes.sandbox;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatusBuilder;
import io.kubefate.planning.manifest.Ownership;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Computes the pods and status that Kubernetes would report about a workload.
 *
 * @param images decides which images can be pulled
 */
record SandboxPods(SandboxImages images) {

    /** Fills in the status of a Deployment. */
    Deployment report(Deployment deployment, boolean started) {
        int wanted = Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1);
        int available = started && !isFailing(deployment.getSpec().getTemplate()) ? wanted : 0;
        deployment.setStatus(new DeploymentStatusBuilder()
                .withObservedGeneration(deployment.getMetadata().getGeneration())
                .withReplicas(wanted)
                .withUpdatedReplicas(wanted)
                .withAvailableReplicas(available)
                .build());
        return deployment;
    }

    /** Fills in the status of a StatefulSet. */
    StatefulSet report(StatefulSet statefulSet, boolean started) {
        int wanted = Objects.requireNonNullElse(statefulSet.getSpec().getReplicas(), 1);
        int available = started && !isFailing(statefulSet.getSpec().getTemplate()) ? wanted : 0;
        statefulSet.setStatus(new StatefulSetStatusBuilder()
                .withObservedGeneration(statefulSet.getMetadata().getGeneration())
                .withReplicas(wanted)
                .withUpdatedReplicas(wanted)
                .withReadyReplicas(available)
                .build());
        return statefulSet;
    }

    /** Returns the ReplicaSet between a Deployment and its pods. */
    ReplicaSet replicaSet(Deployment deployment) {
        return new ReplicaSetBuilder()
                .withNewMetadata()
                .withName(deployment.getMetadata().getName() + "-"
                        + deployment.getMetadata().getGeneration())
                .withNamespace(deployment.getMetadata().getNamespace())
                .withUid(deployment.getMetadata().getUid() + "-replicas")
                .withCreationTimestamp(deployment.getMetadata().getCreationTimestamp())
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withUid(deployment.getMetadata().getUid())
                        .build())
                .endMetadata()
                .build();
    }

    /** Returns the pods of a ReplicaSet or StatefulSet. */
    List<Pod> pods(HasMetadata owner, PodTemplateSpec template, Integer replicas, boolean started) {
        return IntStream.range(0, Objects.requireNonNullElse(replicas, 1))
                .mapToObj(number -> pod(owner, template, number, started))
                .toList();
    }

    private Pod pod(HasMetadata owner, PodTemplateSpec template, int number, boolean started) {
        boolean ready = started && !isFailing(template);
        return new PodBuilder()
                .withNewMetadata()
                .withName(owner.getMetadata().getName() + "-" + number)
                .withNamespace(owner.getMetadata().getNamespace())
                .withUid(owner.getMetadata().getUid() + "-" + number)
                .withCreationTimestamp(createdAt(owner, template))
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withUid(owner.getMetadata().getUid())
                        .build())
                .endMetadata()
                .withNewSpecLike(template.getSpec())
                .withNodeName("sandbox")
                .endSpec()
                .withNewStatus()
                .withPhase(ready ? "Running" : "Pending")
                .withContainerStatuses(template.getSpec().getContainers().stream()
                        .map(container -> status(container, started))
                        .toList())
                .endStatus()
                .build();
    }

    private static String createdAt(HasMetadata owner, PodTemplateSpec template) {
        return Optional.ofNullable(template.getMetadata())
                .map(ObjectMeta::getAnnotations)
                .map(annotations -> annotations.get(Ownership.RESTARTED_AT))
                .orElseGet(() -> owner.getMetadata().getCreationTimestamp());
    }

    private ContainerStatus status(Container container, boolean started) {
        ContainerStatusBuilder status = new ContainerStatusBuilder()
                .withName(container.getName())
                .withImage(container.getImage())
                .withRestartCount(0);
        if (cannotBePulled(container)) {
            return status.withReady(false)
                    .withNewState()
                    .withNewWaiting("the sandbox has no such image", "ErrImagePull")
                    .endState()
                    .build();
        }
        return started
                ? status.withReady(true)
                        .withNewState()
                        .withNewRunning()
                        .endRunning()
                        .endState()
                        .build()
                : status.withReady(false)
                        .withNewState()
                        .withNewWaiting("", "ContainerCreating")
                        .endState()
                        .build();
    }

    private boolean isFailing(PodTemplateSpec template) {
        return Stream.of(
                        template.getSpec().getInitContainers(),
                        template.getSpec().getContainers())
                .flatMap(List::stream)
                .anyMatch(container -> cannotBePulled(container));
    }

    private boolean cannotBePulled(Container container) {
        return images.outcome(container.getImage()) == SandboxImages.Outcome.CANNOT_BE_PULLED;
    }
}
