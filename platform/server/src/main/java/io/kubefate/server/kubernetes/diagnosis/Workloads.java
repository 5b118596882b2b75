package io.kubefate.server.kubernetes.diagnosis;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Assembles a cluster's workloads from their parts by owner references. */
final class Workloads {

    /** The annotation with which the Deployment controller numbers its ReplicaSets; the highest number is the current one. */
    private static final String REVISION = "deployment.kubernetes.io/revision";

    /** The label with which the StatefulSet controller marks the revision of a pod. */
    private static final String POD_REVISION = "controller-revision-hash";

    private final ClusterObjects objects;
    private final EventLog events;

    Workloads(ClusterObjects objects, EventLog events) {
        this.objects = objects;
        this.events = events;
    }

    /** Returns all workloads by name. */
    List<Workload> all() {
        return Stream.concat(
                        objects.deployments().stream().map(this::deployment),
                        objects.statefulSets().stream().map(this::statefulSet))
                .sorted(Comparator.comparing(workload -> workload.ref().name()))
                .toList();
    }

    private Workload deployment(Deployment deployment) {
        List<ReplicaSet> replicaSets = objects.replicaSets().stream()
                .filter(replicaSet -> isOwned(replicaSet, deployment))
                .toList();
        Optional<ReplicaSet> current = replicaSets.stream().max(Comparator.comparingLong(Workloads::revision));
        return new Workload(
                deployment,
                deployment.getSpec().getTemplate().getSpec().getContainers(),
                Rollout.of(deployment),
                current.map(owner -> current(pods(List.of(owner)))).orElse(List.of()),
                pods(replicaSets),
                List.of(),
                current.flatMap(Workloads::refusal).orElseGet(() -> refusal(deployment)));
    }

    private Workload statefulSet(StatefulSet statefulSet) {
        Rollout rollout = Rollout.of(statefulSet);
        List<Pod> pods = pods(List.of(statefulSet));
        return new Workload(
                statefulSet,
                statefulSet.getSpec().getTemplate().getSpec().getContainers(),
                rollout,
                current(pods),
                pods,
                rollout.observed() ? obsolete(statefulSet, current(pods)) : List.of(),
                rollout.total() < rollout.wanted() ? refusal(statefulSet) : "");
    }

    private static List<Pod> obsolete(StatefulSet statefulSet, List<Pod> pods) {
        String newest =
                statefulSet.getStatus() == null ? null : statefulSet.getStatus().getUpdateRevision();
        return newest == null
                ? List.of()
                : pods.stream()
                        .filter(pod ->
                                !newest.equals(pod.getMetadata().getLabels().getOrDefault(POD_REVISION, newest)))
                        .toList();
    }

    private List<Pod> pods(List<? extends HasMetadata> owners) {
        return objects.pods().stream()
                .filter(pod -> owners.stream().anyMatch(owner -> isOwned(pod, owner)))
                .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
                .toList();
    }

    private static List<Pod> current(List<Pod> pods) {
        return pods.stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    private static boolean isOwned(HasMetadata object, HasMetadata owner) {
        return object.getMetadata().getOwnerReferences().stream()
                .anyMatch(reference ->
                        Objects.equals(reference.getUid(), owner.getMetadata().getUid()));
    }

    private static long revision(ReplicaSet replicaSet) {
        Map<String, String> annotations =
                Objects.requireNonNullElse(replicaSet.getMetadata().getAnnotations(), Map.of());
        return Long.parseLong(annotations.getOrDefault(REVISION, "0"));
    }

    private static Optional<String> refusal(ReplicaSet replicaSet) {
        if (replicaSet.getStatus() == null) {
            return Optional.empty();
        }
        return replicaSet.getStatus().getConditions().stream()
                .filter(condition -> isTrue(condition.getType(), condition.getStatus()))
                .map(condition -> Objects.toString(condition.getMessage(), ""))
                .findFirst();
    }

    /** The condition Progressing reports that no ReplicaSet can be created. */
    private static String refusal(Deployment deployment) {
        DeploymentStatus status = Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
        return status.getConditions().stream()
                .filter(condition -> isTrue(condition.getType(), condition.getStatus())
                        || "ReplicaSetCreateError".equals(condition.getReason()))
                .map(DeploymentCondition::getMessage)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static boolean isTrue(String type, String status) {
        return "ReplicaFailure".equals(type) && "True".equals(status);
    }

    /** A StatefulSet has no such condition, so its events are used. */
    private String refusal(StatefulSet statefulSet) {
        return events.standing(
                        statefulSet.getMetadata().getUid(),
                        EventLog.reason(Set.of("FailedCreate")),
                        Set.of("SuccessfulCreate"))
                .map(EventLog::message)
                .orElse("");
    }
}
