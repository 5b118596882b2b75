package io.kubefate.server.kubernetes.diagnosis;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Describes what a pod without problems does until it is ready. */
final class PodProgress {

    private final EventLog events;

    PodProgress(EventLog events) {
        this.events = events;
    }

    /** Returns what the pod does, for display; empty if it is ready. */
    Optional<String> of(Pod pod) {
        if (pod.getStatus() == null || pod.getSpec().getNodeName() == null) {
            return Optional.of("waiting for a node");
        }
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream()
                                .filter(status -> !ContainerDiagnosis.endedWell(status))
                                .map(status -> init(pod, status)),
                        containers(pod))
                .findFirst();
    }

    private Stream<String> containers(Pod pod) {
        if (pod.getStatus().getContainerStatuses().isEmpty()) {
            return Stream.of("creating the pod");
        }
        return pod.getStatus().getContainerStatuses().stream()
                .filter(status -> !Boolean.TRUE.equals(status.getReady()))
                .map(status -> container(pod, status));
    }

    private String init(Pod pod, ContainerStatus status) {
        String doing = isRunning(status) ? "running" : creating(pod, status);
        return "waiting for init container %s (%s)".formatted(status.getName(), doing);
    }

    private String container(Pod pod, ContainerStatus status) {
        if (!isRunning(status)) {
            return "container %s: %s".formatted(status.getName(), creating(pod, status));
        }
        Instant started = Optional.ofNullable(status.getState().getRunning().getStartedAt())
                .map(time -> OffsetDateTime.parse(time).toInstant())
                .orElse(Instant.EPOCH);
        String probe = events.latest(pod.getMetadata().getUid(), EventLog.reason(Set.of("Unhealthy")))
                .filter(event -> !EventLog.time(event).isBefore(started))
                .map(event -> " (" + EventLog.message(event) + ")")
                .orElse("");
        return "container %s runs but is not ready yet%s".formatted(status.getName(), probe);
    }

    private String creating(Pod pod, ContainerStatus status) {
        Optional<Event> latest = events.latest(pod.getMetadata().getUid());
        boolean pulls = latest.filter(event -> "Pulling".equals(event.getReason())
                        && EventLog.message(event).contains(status.getImage()))
                .isPresent();
        return pulls ? "pulling image " + status.getImage() : "being created";
    }

    private static boolean isRunning(ContainerStatus status) {
        return status.getState() != null && status.getState().getRunning() != null;
    }
}
