package io.kubefate.server.kubernetes.diagnosis;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.Objects;

/**
 * How far Kubernetes has come with the present generation of a workload.
 *
 * @param observed whether Kubernetes has taken up this generation at all
 * @param wanted how many pods there should be
 * @param updated how many pods are of this generation
 * @param available how many pods are available, of whichever generation
 * @param total how many pods there are, of whichever generation
 * @param settled whether no pod of an older generation is meant to be there
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

    /** Availability is not reported before Kubernetes 1.22, so that readiness counts. */
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

    /** {@return what is still to come, in words} */
    String remaining() {
        if (!observed) {
            return "Kubernetes has not taken up this change yet";
        }
        if (total < wanted || total == 0) {
            return "%d of %d pods exist".formatted(total, wanted);
        }
        if (updated < wanted) {
            return "%d of %d pods are of the new revision".formatted(updated, wanted);
        }
        return total > wanted
                ? "%d old pods are still there".formatted(total - wanted)
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
