package io.kubefate.server.kubernetes.diagnosis;

import static java.util.Comparator.comparing;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.kubefate.planning.health.ContainerEnd;
import io.kubefate.planning.health.PodContainers;
import io.kubefate.planning.health.PodHealth;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes the state of a pod. */
final class PodStates {

    private PodStates() {}

    static PodHealth of(Pod pod, boolean obsolete) {
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        List<ContainerStatus> containers = status.getContainerStatuses();
        return new PodHealth(
                pod.getMetadata().getName(),
                text(pod, status),
                obsolete,
                Objects.requireNonNullElse(pod.getSpec().getNodeName(), ""),
                time(pod.getMetadata().getCreationTimestamp()).orElse(Instant.EPOCH),
                new PodContainers(
                        (int) containers.stream()
                                .filter(container -> Boolean.TRUE.equals(container.getReady()))
                                .count(),
                        pod.getSpec().getContainers().size(),
                        restarts(status),
                        lastEnd(status)));
    }

    private static int restarts(PodStatus status) {
        return Stream.concat(status.getInitContainerStatuses().stream(), status.getContainerStatuses().stream())
                .mapToInt(container -> Objects.requireNonNullElse(container.getRestartCount(), 0))
                .sum();
    }

    /** Follows kubectl get pods: what keeps an init container, then a container from running, is more specific than the phase. */
    private static String text(Pod pod, PodStatus status) {
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            return "Terminating";
        }
        return Optional.ofNullable(status.getReason())
                .or(() -> status.getInitContainerStatuses().stream()
                        .filter(container -> !ContainerDiagnosis.endedWell(container))
                        .flatMap(container -> obstacle(container).stream())
                        .findFirst()
                        .filter(reason -> !reason.equals("PodInitializing"))
                        .map(reason -> "Init:" + reason))
                .or(() -> status.getContainerStatuses().stream()
                        .flatMap(container -> obstacle(container).stream())
                        .findFirst())
                .orElseGet(() -> Objects.requireNonNullElse(status.getPhase(), "Pending"));
    }

    /** Returns why a container waits or has ended. */
    private static Optional<String> obstacle(ContainerStatus container) {
        return Optional.of(ContainerDiagnosis.waitingReason(container))
                .filter(reason -> !reason.isEmpty())
                .or(() -> Optional.ofNullable(container.getState())
                        .map(ContainerState::getTerminated)
                        .map(end ->
                                Objects.requireNonNullElseGet(end.getReason(), () -> "ExitCode:" + end.getExitCode())));
    }

    /** An init container that ended well did what it should, and says nothing about restarts. */
    private static Optional<ContainerEnd> lastEnd(PodStatus status) {
        return Stream.concat(
                        status.getInitContainerStatuses().stream()
                                .filter(container -> !ContainerDiagnosis.endedWell(container)),
                        status.getContainerStatuses().stream())
                .flatMap(container -> CrashedContainer.lastEnd(container).map(end -> end(container, end)).stream())
                .max(comparing(end -> end.at().orElse(Instant.EPOCH)));
    }

    private static ContainerEnd end(ContainerStatus container, ContainerStateTerminated end) {
        return new ContainerEnd(
                container.getName(),
                Objects.requireNonNullElse(end.getReason(), ""),
                Objects.requireNonNullElse(end.getExitCode(), 0),
                time(end.getFinishedAt()));
    }

    private static Optional<Instant> time(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }
}
