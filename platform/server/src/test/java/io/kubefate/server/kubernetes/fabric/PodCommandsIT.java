package io.kubefate.server.kubernetes.fabric;

import static io.kubefate.planning.manifest.Manifests.CLUSTER_ID;
import static io.kubefate.planning.manifest.Manifests.IMAGE;
import static io.kubefate.planning.manifest.Manifests.container;
import static io.kubefate.planning.manifest.Manifests.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.spi.ClusterCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs commands in a pod of a real Kubernetes. */
@EnabledIfEnvironmentVariable(
        named = "KUBECONFIG",
        matches = ".+",
        disabledReason = "needs a real Kubernetes: set KUBECONFIG")
class PodCommandsIT {

    private final TestNamespace testNamespace = new TestNamespace();
    private final FabricKubernetes kubernetes = testNamespace.kubernetes();
    private final String namespace = testNamespace.name();

    @AfterEach
    void removeNamespace() {
        testNamespace.close();
    }

    @Test
    void returnsTheExitCodeAndOutputOfTheProgram() throws Exception {
        startClient();

        assertThat(run("echo out; echo err >&2; exit 3")).isInstanceOfSatisfying(CommandResult.Exited.class, exited -> {
            assertThat(exited.exitCode()).isEqualTo(3);
            assertThat(exited.output().lines()).containsExactlyInAnyOrder("out", "err");
        });
        assertThat(run("seq 1 5000; sleep 0.2"))
                .isInstanceOfSatisfying(
                        CommandResult.Exited.class,
                        exited -> assertThat(exited.output())
                                .hasSizeLessThanOrEqualTo(4096)
                                .endsWith("\n4999\n5000\n"));
        assertThat(run("echo begun; sleep 60")).isEqualTo(new CommandResult.TimedOut("begun\n"));
        assertThat(run(List.of("no-such-program"), "client"))
                .isInstanceOfAny(CommandResult.NotRun.class, CommandResult.Exited.class)
                .isNotEqualTo(new CommandResult.Exited(0, ""));
        assertThat(run(List.of("true"), "elsewhere"))
                .isEqualTo(
                        new CommandResult.NotRun("no pod of module client with a ready container elsewhere was found"));
    }

    @Test
    void connectionsAreTriedFromThePod() throws Exception {
        startClient();

        assertThat(run(probe("localhost", 20000), "client"))
                .isEqualTo(new CommandResult.Exited(0, "localhost:20000 accepts connections\n"));
        assertThat(run(probe("localhost", 9), "client"))
                .isEqualTo(new CommandResult.Exited(
                        1, "localhost:9 cannot be reached: unknown host name, or connection refused\n"));
        assertThat(run(probe("192.0.2.1", 9), "client"))
                .isInstanceOfSatisfying(
                        CommandResult.Exited.class,
                        exited -> assertThat(exited.exitCode()).isEqualTo(1));
    }

    private void startClient() throws InterruptedException {
        kubernetes.apply(deployment(namespace, "client", Map.of("containers", List.of(container("client", IMAGE)))));
        CountDownLatch ready = new CountDownLatch(1);
        try (Watch watch = kubernetes.watch(namespace, CLUSTER_ID, health -> {
            if (!health.workloads().isEmpty() && health.workloads().stream().allMatch(WorkloadHealth::ready)) {
                ready.countDown();
            }
        })) {
            assertThat(ready.await(2, TimeUnit.MINUTES)).as(watch.toString()).isTrue();
        }
    }

    private CommandResult run(String script) throws InterruptedException {
        return run(List.of("sh", "-c", script), "client");
    }

    private CommandResult run(List<String> command, String container) throws InterruptedException {
        return kubernetes.run(
                new PodCommand(namespace, CLUSTER_ID, "client", container, command, Duration.ofSeconds(15)));
    }

    private static List<String> probe(String host, int port) {
        return ClusterCheck.tcp("a", "b", "c", host, port, "d").command();
    }
}
