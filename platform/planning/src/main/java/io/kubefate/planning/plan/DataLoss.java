package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.PodTemplate;
import io.kubefate.spi.Annotations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Data that a change deletes because no claim keeps them. {@link Annotations#DATA_VOLUMES} tells data from files that a pod can lose,
 * such as logs.
 *
 * @param workload the workload whose pods end
 * @param pods what becomes of them
 * @param volumes the names of the volumes that are deleted with the pods
 */
public record DataLoss(ObjectRef workload, Pods pods, List<String> volumes) {

    /** What becomes of the pods of a workload. */
    public enum Pods {
        RESTART,
        REPLACED,
        DELETED
    }

    public DataLoss {
        requireNonNull(workload, "workload is null");
        requireNonNull(pods, "pods is null");
        volumes = List.copyOf(volumes);
    }

    /** Returns the loss in one line: {@code Deployment/mysql: its pods restart, and volume data is deleted with them}. */
    public String text() {
        String event = switch (pods) {
            case RESTART -> "its pods restart";
            case REPLACED -> "it is replaced";
            case DELETED -> "its pods are deleted";
        };
        String names = (volumes.size() == 1 ? "volume " : "volumes ") + String.join(", ", volumes);
        return workload + ": " + event + ", and the data in " + names + " are deleted, because no claim keeps them";
    }

    /** Returns the loss that a restart of all pods of a workload causes. */
    public static Optional<DataLoss> ofRestart(Manifest live) {
        return of(Change.of(Change.Action.RESTART, live, List.of(), Restart.ofAll(live), ""), live);
    }

    /** Returns the losses that changes cause, by the live objects. */
    static List<DataLoss> of(List<Change> changes, Map<ObjectRef, Manifest> live) {
        return changes.stream()
                .flatMap(change ->
                        Optional.ofNullable(live.get(change.ref())).flatMap(found -> of(change, found)).stream())
                .toList();
    }

    /**
     * Returns the loss that a change causes.
     *
     * @param change a change of any object
     * @param live the object before the change
     */
    static Optional<DataLoss> of(Change change, Manifest live) {
        Optional<PodTemplate> template = PodTemplate.of(live).filter(found -> found.replicas() > 0);
        if (template.isEmpty() || neverStarted(live)) {
            return Optional.empty();
        }
        Set<String> data = Stream.concat(Stream.of(live), change.wanted().stream())
                .flatMap(object -> object.annotationNames(Annotations.DATA_VOLUMES).stream())
                .collect(Collectors.toSet());
        List<String> volumes = template.get().temporaryVolumes().stream()
                .filter(data::contains)
                .toList();
        return volumes.isEmpty()
                ? Optional.empty()
                : pods(change, template.get()).map(pods -> new DataLoss(live.ref(), pods, volumes));
    }

    private static Optional<Pods> pods(Change change, PodTemplate live) {
        return switch (change.action()) {
            case REMOVE -> Optional.of(Pods.DELETED);
            case REPLACE -> Optional.of(Pods.REPLACED);
            case UPDATE, RESTART ->
                change.restartsPods()
                        ? Optional.of(Pods.RESTART)
                        : change.wanted()
                                .flatMap(PodTemplate::of)
                                .filter(wanted -> wanted.replicas() < live.replicas())
                                .map(fewer -> Pods.DELETED);
            case CREATE, KEEP, UNCHANGED, CONFLICT, REFUSED -> Optional.empty();
        };
    }

    /**
     * Returns whether no pod of a Deployment was ever available, for example because its image cannot be pulled. A Deployment that was
     * available has the reason NewReplicaSetAvailable until its next rollout (Kubernetes, "Deployment status").
     */
    private static boolean neverStarted(Manifest live) {
        Map<String, Map<?, ?>> conditions = live.status().get("conditions") instanceof Collection<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(condition -> (Map<?, ?>) condition)
                        .collect(Collectors.toMap(condition -> String.valueOf(condition.get("type")), type -> type))
                : Map.of();
        return conditions.containsKey("Available")
                && conditions.containsKey("Progressing")
                && "False".equals(conditions.get("Available").get("status"))
                && !"NewReplicaSetAvailable"
                        .equals(conditions.get("Progressing").get("reason"));
    }
}
