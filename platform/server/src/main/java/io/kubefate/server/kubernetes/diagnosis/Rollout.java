package io.kubefate.server.kubernetes.diagnosis;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.Objects;

/**
 * The progress of the rollout of a workload's current generation.
 *
 * @param observed whether Kubernetes has observed this generation
 * @param wanted the desired number of pods
 * @param updated the number of pods of this generation
 * @param available the number of available pods of all generations
 * @param total the number of pods of all generations
 * @param settled whether all pods of older generations are replaced
 */
record Rollout(boolean observed, int wanted, int updated, int available, int total, boolean settled) {

    static Rollout of(Deployment deployment) {
        DeploymentStatus status = Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
        return new Rollout(
                isObserved(deployment.getMetadata().getGeneration(), status.getObservedGeneration()),
                Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1),
                number(status.getUpdatedReplicas()),
                number(status.getAvailableReplicas()),
                number(status.getReplicas()),
                true);
    }

    /** Uses readiness, because availability is not reported before Kubernetes 1.22. */
    static Rollout of(StatefulSet statefulSet) {
        StatefulSetStatus status = Objects.requireNonNullElseGet(statefulSet.getStatus(), StatefulSetStatus::new);
        int wanted = Objects.requireNonNullElse(statefulSet.getSpec().getReplicas(), 1);
        boolean byHand = statefulSet.getSpec().getUpdateStrategy() != null
                && "OnDelete".equals(statefulSet.getSpec().getUpdateStrategy().getType());
        return new Rollout(
                isObserved(statefulSet.getMetadata().getGeneration(), status.getObservedGeneration()),
                wanted,
                byHand ? wanted : number(status.getUpdatedReplicas()),
                number(status.getReadyReplicas()),
                number(status.getReplicas()),
                byHand || Objects.equals(status.getCurrentRevision(), status.getUpdateRevision()));
    }

    boolean isComplete() {
        return observed && settled && updated == wanted && total == wanted && available == wanted;
    }

    /** Returns what is still missing, for display. */
    String remaining() {
        if (!observed) {
            return "Kubernetes has not observed this change yet";
        }
        if (total < wanted || total == 0) {
            return "%d of %d pods exist".formatted(total, wanted);
        }
        if (updated < wanted) {
            return "%d of %d pods are of the new revision".formatted(updated, wanted);
        }
        return total > wanted
                ? "%d old pods still exist".formatted(total - wanted)
                : "%d of %d pods are available".formatted(available, wanted);
    }

    private static boolean isObserved(Long generation, Long observed) {
        return number(observed) >= number(generation);
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }

    private static long number(Long value) {
        return value == null ? 0 : value;
    }
}
