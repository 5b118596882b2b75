package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.kubernetes.diagnosis.ContainerStates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs commands in the pods of clusters. */
public final class PodCommands {

    /** The exit code of the client if the connection ended before the command. */
    private static final int UNKNOWN_EXIT = -1;

    private final Connection connection;
    private final KubernetesClient client;

    PodCommands(Connection connection, KubernetesClient client) {
        this.connection = connection;
        this.client = client;
    }

    /**
     * Runs a command.
     *
     * @return the result
     * @throws KubernetesException if the service has no permission to list pods or to run commands in them
     */
    CommandResult run(PodCommand command) throws InterruptedException {
        Optional<Pod> pod = connection.run(
                "find the pods of module " + command.module() + " in namespace " + command.namespace(),
                () -> readyPod(command));
        if (pod.isEmpty()) {
            return CommandResult.NotRun.withoutPod(command);
        }
        return run(command, pod.get().getMetadata().getName());
    }

    private CommandResult run(PodCommand command, String pod) throws InterruptedException {
        CommandOutput output = new CommandOutput();
        try (ExecWatch running = start(command, pod, output)) {
            int code = running.exitCode().get(command.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return code == UNKNOWN_EXIT
                    ? new CommandResult.NotRun("the connection to " + pod + " broke before the command had ended")
                    : new CommandResult.Exited(code, output.text());
        } catch (TimeoutException e) {
            return new CommandResult.TimedOut(output.text());
        } catch (ExecutionException e) {
            return new CommandResult.NotRun(reason(e.getCause()));
        } catch (KubernetesClientException e) {
            return refused(pod, e);
        }
    }

    private ExecWatch start(PodCommand command, String pod, CommandOutput output) {
        return client.pods()
                .inNamespace(command.namespace())
                .withName(pod)
                .inContainer(command.container())
                .writingOutput(output)
                .writingError(output)
                .exec(command.command().toArray(String[]::new));
    }

    /** Handles failures of this command only. If all commands are forbidden or nothing responds, the caller handles it. */
    private CommandResult refused(String pod, KubernetesClientException failure) {
        if (ApiErrors.isForbidden(failure) || failure.getCode() <= 0) {
            return connection.run("run a command in pod " + pod, () -> {
                throw failure;
            });
        }
        return new CommandResult.NotRun(ApiErrors.message(failure));
    }

    private static String reason(@Nullable Throwable failure) {
        return failure instanceof KubernetesClientException answer
                ? ApiErrors.message(answer)
                : String.valueOf(failure);
    }

    /** Finds the pods by their workload, because only the workload has the module's label. */
    private Optional<Pod> readyPod(PodCommand command) {
        return Stream.concat(
                        workloads(client.apps().deployments().inNamespace(command.namespace()), command)
                                .map(workload -> workload.getSpec().getSelector()),
                        workloads(client.apps().statefulSets().inNamespace(command.namespace()), command)
                                .map(workload -> workload.getSpec().getSelector()))
                .flatMap(selector -> pods(command, selector).stream())
                .filter(pod -> ContainerStates.canRunCommands(pod, command.container()))
                .findFirst();
    }

    private static <T extends HasMetadata> Stream<T> workloads(
            FilterWatchListDeletable<T, ? extends KubernetesResourceList<T>, ?> kind, PodCommand command) {
        return kind
                .withLabels(Map.of(Ownership.CLUSTER, command.clusterId(), Ownership.MODULE, command.module()))
                .list()
                .getItems()
                .stream();
    }

    private List<Pod> pods(PodCommand command, LabelSelector selector) {
        return client.pods()
                .inNamespace(command.namespace())
                .withLabelSelector(selector)
                .withLabel(Ownership.CLUSTER, command.clusterId())
                .list()
                .getItems();
    }
}
