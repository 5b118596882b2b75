package io.kubefate.server.kubernetes.diagnosis;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.kubefate.planning.health.ContainerHealth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Computes the states of a workload's containers over all its pods. */
public final class ContainerStates {

    /** Ordered from best to worst. */
    private enum State {
        RUNNING("Running"),
        WAITING("Waiting"),
        TERMINATED("Terminated");

        private final String text;

        State(String text) {
            this.text = text;
        }
    }

    private ContainerStates() {}

    /** Returns the worst state of each container of the pod template except sidecars, in order. */
    static List<ContainerHealth> of(Workload workload) {
        List<Pod> pods = workload.activePods();
        return workload.containers().stream()
                .filter(container -> !workload.sidecars().contains(container.getName()))
                .map(container ->
                        health(container.getName(), pods, workload.rollout().wanted()))
                .toList();
    }

    private static ContainerHealth health(String name, List<Pod> pods, int wanted) {
        String state = pods.stream()
                .map(pod -> status(pod, name).map(ContainerStates::state).orElse(State.WAITING))
                .max(Comparator.naturalOrder())
                .map(worst -> worst.text)
                .orElse("Unknown");
        boolean ready = pods.size() >= wanted && pods.stream().allMatch(pod -> isReady(pod, name));
        return new ContainerHealth(name, state, ready);
    }

    private static boolean isReady(Pod pod, String name) {
        return status(pod, name).map(ContainerStatus::getReady).orElse(false);
    }

    private static Optional<ContainerStatus> status(Pod pod, String name) {
        if (pod.getStatus() == null) {
            return Optional.empty();
        }
        return pod.getStatus().getContainerStatuses().stream()
                .filter(status -> status.getName().equals(name))
                .findFirst();
    }

    private static State state(ContainerStatus status) {
        ContainerState state = status.getState();
        if (state == null || state.getWaiting() != null) {
            return State.WAITING;
        }
        return state.getTerminated() != null ? State.TERMINATED : State.RUNNING;
    }

    /** Returns whether a command can be run in a container: it is ready, and its pod is not being deleted. */
    public static boolean canRunCommands(Pod pod, String container) {
        return pod.getMetadata().getDeletionTimestamp() == null && isReady(pod, container);
    }
}
