package io.kubefate.server.kubernetes.fabric.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodContainersTest {

    private final PodContainers containers = new PodContainers(workload -> "module of " + workload);

    @Test
    void aPodOfADeploymentIsOfItsModule() {
        assertThat(only(pod("ReplicaSet", "mysql-abc", "abc", running())).module())
                .isEqualTo("module of mysql");
    }

    @Test
    void aPodOfAStatefulSetIsOfItsModule() {
        assertThat(only(pod("StatefulSet", "mysql", "", running())).module()).isEqualTo("module of mysql");
    }

    @Test
    void reportsWhyAContainerWasNotStarted() {
        ContainerStatus waiting = new ContainerStatusBuilder()
                .withName("main")
                .withNewState()
                .withNewWaiting("", "ImagePullBackOff")
                .endState()
                .build();

        PodContainer container = only(pod("StatefulSet", "mysql", "", waiting));

        assertThat(container.instance()).isEmpty();
        assertThat(container.state()).isEqualTo(State.WAITING);
        assertThat(container.detail()).isEqualTo("waiting: ImagePullBackOff");
    }

    @Test
    void reportsHowAContainerEnded() {
        ContainerStatus ended = new ContainerStatusBuilder()
                .withName("main")
                .withContainerID("containerd://1")
                .withNewState()
                .withNewTerminated()
                .withExitCode(137)
                .endTerminated()
                .endState()
                .build();

        PodContainer container = only(pod("StatefulSet", "mysql", "", ended));

        assertThat(container.state()).isEqualTo(State.FAILED);
        assertThat(container.detail()).isEqualTo("ended with exit code 137");
    }

    @Test
    void reportsThatThePodOfARunningContainerIsBeingDeleted() {
        Pod pod = pod("StatefulSet", "mysql", "", running());
        pod.getMetadata().setDeletionTimestamp("2020-11-13T07:22:53Z");

        assertThat(only(pod).state()).isEqualTo(State.RUNNING);
        assertThat(only(pod).detail()).isEqualTo("pod is being deleted");
    }

    private PodContainer only(Pod pod) {
        List<PodContainer> all = containers.of(List.of(pod));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static ContainerStatus running() {
        return new ContainerStatusBuilder()
                .withName("main")
                .withContainerID("containerd://1")
                .withNewState()
                .withNewRunning()
                .endRunning()
                .endState()
                .build();
    }

    private static Pod pod(String ownerKind, String owner, String hash, ContainerStatus status) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(owner + "-0")
                .withUid("uid")
                .addToLabels("pod-template-hash", hash)
                .addNewOwnerReference()
                .withKind(ownerKind)
                .withName(owner)
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withContainerStatuses(status)
                .endStatus()
                .build();
    }
}
