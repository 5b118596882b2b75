package io.kubefate.server.kubernetes.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import org.junit.jupiter.api.Test;

class RolloutTest {

    @Test
    void aDeploymentIsReadyWhenAllItsPodsAreNewAndAvailable() {
        assertThat(deployment(2, 2, 3, 3, 3).isComplete()).isTrue();
    }

    @Test
    void aDeploymentWhoseGenerationIsNotTakenUpIsNotReady() {
        Rollout rollout = deployment(2, 1, 3, 3, 3);
        assertThat(rollout.isComplete()).isFalse();
        assertThat(rollout.remaining()).isEqualTo("Kubernetes has not observed this change yet");
    }

    @Test
    void aDeploymentWithOldPodsIsNotReady() {
        assertThat(deployment(2, 2, 4, 3, 4).isComplete()).isFalse();
        assertThat(deployment(2, 2, 4, 3, 4).remaining()).isEqualTo("1 old pods still exist");
        assertThat(deployment(2, 2, 3, 1, 3).remaining()).isEqualTo("1 of 3 pods are of the new revision");
    }

    @Test
    void aDeploymentWithUnavailablePodsIsNotReady() {
        assertThat(deployment(2, 2, 3, 3, 2).isComplete()).isFalse();
        assertThat(deployment(2, 2, 3, 3, 2).remaining()).isEqualTo("2 of 3 pods are available");
        assertThat(deployment(2, 2, 1, 1, 1).remaining()).isEqualTo("1 of 3 pods exist");
    }

    @Test
    void aStatefulSetIsReadyWhenItsRevisionIsTheUpdatedOne() {
        assertThat(statefulSet("RollingUpdate", "b", "b", 1).isComplete()).isTrue();
        assertThat(statefulSet("RollingUpdate", "a", "b", 1).isComplete()).isFalse();
        assertThat(statefulSet("RollingUpdate", "a", "b", 0).isComplete()).isFalse();
    }

    @Test
    void aStatefulSetThatIsUpdatedByHandMayKeepOldPods() {
        assertThat(statefulSet("OnDelete", "a", "b", 0).isComplete()).isTrue();
    }

    private static Rollout deployment(long generation, long observed, int total, int updated, int available) {
        return Rollout.of(new DeploymentBuilder()
                .withNewMetadata()
                .withGeneration(generation)
                .endMetadata()
                .withNewSpec()
                .withReplicas(3)
                .endSpec()
                .withNewStatus()
                .withObservedGeneration(observed)
                .withReplicas(total)
                .withUpdatedReplicas(updated)
                .withAvailableReplicas(available)
                .endStatus()
                .build());
    }

    private static Rollout statefulSet(String strategy, String current, String update, int updated) {
        return Rollout.of(new StatefulSetBuilder()
                .withNewMetadata()
                .withGeneration(1L)
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewUpdateStrategy()
                .withType(strategy)
                .endUpdateStrategy()
                .endSpec()
                .withNewStatus()
                .withObservedGeneration(1L)
                .withReplicas(1)
                .withReadyReplicas(1)
                .withUpdatedReplicas(updated)
                .withCurrentRevision(current)
                .withUpdateRevision(update)
                .endStatus()
                .build());
    }
}
