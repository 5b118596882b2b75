package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Creates the containers of pods.
 *
 * @param moduleOf returns the module of a workload's name, or empty text
 */
record PodContainers(UnaryOperator<String> moduleOf) {

    private static final String TEMPLATE_HASH = "pod-template-hash";

    List<PodContainer> of(Collection<Pod> pods) {
        return pods.stream()
                .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
                .flatMap(this::containers)
                .toList();
    }

    /** Returns the name of the Deployment, StatefulSet or Job of the pod, or the pod's own name if it has none. */
    static String workload(Pod pod) {
        Optional<OwnerReference> owner = pod.getMetadata().getOwnerReferences().stream()
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .findFirst();
        String name =
                owner.map(OwnerReference::getName).orElse(pod.getMetadata().getName());
        String hash = pod.getMetadata().getLabels().getOrDefault(TEMPLATE_HASH, "");
        return hash.isEmpty() || !name.endsWith("-" + hash)
                ? name
                : name.substring(0, name.length() - hash.length() - 1);
    }

    private Stream<PodContainer> containers(Pod pod) {
        String module = moduleOf.apply(workload(pod));
        return Stream.concat(
                pod.getSpec().getInitContainers().stream()
                        .map(container -> container(pod, module, container.getName(), true)),
                pod.getSpec().getContainers().stream()
                        .map(container -> container(pod, module, container.getName(), false)));
    }

    private static PodContainer container(Pod pod, String module, String name, boolean init) {
        List<ContainerStatus> statuses = init
                ? pod.getStatus().getInitContainerStatuses()
                : pod.getStatus().getContainerStatuses();
        Optional<ContainerStatus> status = statuses.stream()
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst();
        ContainerState state = status.map(ContainerStatus::getState).orElseGet(ContainerState::new);
        return new PodContainer(
                pod.getMetadata().getName(),
                pod.getMetadata().getUid(),
                module,
                name,
                init,
                instance(status),
                state(state),
                detail(pod, state));
    }

    /** Between two runs, the status has the id of the run that ended. */
    private static String instance(Optional<ContainerStatus> status) {
        return status.map(ContainerStatus::getContainerID).orElse("");
    }

    private static State state(ContainerState state) {
        if (state.getRunning() != null) {
            return State.RUNNING;
        }
        if (state.getTerminated() != null) {
            return Objects.equals(state.getTerminated().getExitCode(), 0) ? State.SUCCEEDED : State.FAILED;
        }
        return State.WAITING;
    }

    private static String detail(Pod pod, ContainerState state) {
        ContainerStateTerminated ended = state.getTerminated();
        if (ended != null) {
            return "ended with exit code " + ended.getExitCode();
        }
        ContainerStateWaiting waiting = state.getWaiting();
        if (waiting != null && waiting.getReason() != null) {
            return "waiting: " + waiting.getReason();
        }
        if (state.getRunning() != null) {
            return pod.getMetadata().getDeletionTimestamp() == null ? "" : "pod is being deleted";
        }
        return "pod is " + Objects.requireNonNullElse(pod.getStatus().getPhase(), "new");
    }
}
