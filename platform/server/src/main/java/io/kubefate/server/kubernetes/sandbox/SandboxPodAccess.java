package io.kubefate.server.kubernetes.sandbox;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.PodHealth;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.access.ExecOptions;
import io.kubefate.server.kubernetes.access.LogOptions;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import io.kubefate.server.kubernetes.access.Page;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodChannel;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import io.kubefate.server.kubernetes.access.SharedWatches;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Lists the pods of the sandbox. No process runs in them, and every response says so. */
public final class SandboxPodAccess implements PodAccess {

    private static final String NOTHING_RUNS = "this is the sandbox, in which no container runs";

    private final Kubernetes sandbox;
    private final SharedWatches<List<PodContainer>> containers;

    public SandboxPodAccess(Kubernetes sandbox) {
        this.sandbox = requireNonNull(sandbox, "sandbox is null");
        this.containers = new SharedWatches<>((namespace, clusterId, listeners) ->
                sandbox.watch(namespace, clusterId, health -> listeners.put("", containers(health))));
    }

    @Override
    public List<PodContainer> containers(String namespace, String clusterId) {
        return containers(sandbox.observe(namespace, clusterId));
    }

    @Override
    public Watch watchContainers(String namespace, String clusterId, Consumer<List<PodContainer>> onChange) {
        return containers.listen(namespace, clusterId, onChange);
    }

    @Override
    public InputStream openLog(String namespace, PodContainer container, LogOptions options) {
        throw nothingRuns();
    }

    /** The sandbox has no events. */
    @Override
    public List<ObjectEvent> events(String namespace, String clusterId) {
        return List.of();
    }

    @Override
    public Watch watchEvents(String namespace, String clusterId, Consumer<ObjectEvent> onEvent) {
        return () -> {};
    }

    @Override
    public void exec(String namespace, PodContainer container, ExecOptions options, PodChannel.Listener listener) {
        listener.closed(NOTHING_RUNS);
    }

    @Override
    public List<Page> pages(String namespace, String clusterId) {
        return List.of();
    }

    @Override
    public void forward(String namespace, Page page, PodChannel.Listener listener) {
        listener.closed(NOTHING_RUNS);
    }

    @Override
    public void close() {
        // Whoever created the sandbox closes it.
    }

    private static List<PodContainer> containers(ClusterHealth health) {
        return health.workloads().stream()
                .flatMap(SandboxPodAccess::containers)
                .sorted(Comparator.comparing(PodContainer::pod))
                .toList();
    }

    private static Stream<PodContainer> containers(WorkloadHealth workload) {
        return workload.pods().stream()
                .map(PodHealth::name)
                .flatMap(pod -> workload.containers().stream()
                        .map(container -> new PodContainer(
                                pod,
                                pod,
                                workload.module(),
                                container.name(),
                                false,
                                "",
                                State.WAITING,
                                NOTHING_RUNS)));
    }

    private static KubernetesException nothingRuns() {
        return new KubernetesException(KubernetesException.Kind.REFUSED, NOTHING_RUNS);
    }
}
