package io.kubefate.server.kubernetes.diagnosis;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A crash of a container. Each crash has its own instance id.
 *
 * @param pod the pod's name
 * @param podUid the pod's uid
 * @param container the container's name
 * @param instance the container runtime's id of the instance that ended
 */
public record CrashedContainer(String pod, String podUid, String container, String instance) {

    public CrashedContainer {
        requireNonNull(pod, "pod is null");
        requireNonNull(podUid, "podUid is null");
        requireNonNull(container, "container is null");
        requireNonNull(instance, "instance is null");
    }

    /** Returns the latest crash of every container of these pods, including init containers. */
    public static Set<CrashedContainer> of(Collection<Pod> pods) {
        return pods.stream().flatMap(CrashedContainer::ofPod).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the latest crash of a container, if it crashed. */
    public static Optional<CrashedContainer> of(Pod pod, ContainerStatus status) {
        return lastEnd(status)
                .filter(end -> !Objects.equals(end.getExitCode(), 0))
                .map(end -> new CrashedContainer(
                        pod.getMetadata().getName(),
                        pod.getMetadata().getUid(),
                        status.getName(),
                        Objects.toString(end.getContainerID(), "")));
    }

    /** Returns how a container last ended, if it ended. */
    static Optional<ContainerStateTerminated> lastEnd(ContainerStatus status) {
        return Stream.of(status.getState(), status.getLastState())
                .filter(Objects::nonNull)
                .map(ContainerState::getTerminated)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Stream<CrashedContainer> ofPod(Pod pod) {
        if (pod.getStatus() == null || pod.getMetadata().getDeletionTimestamp() != null) {
            return Stream.empty();
        }
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                .flatMap(status -> of(pod, status).stream());
    }
}
