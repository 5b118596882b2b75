package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.concurrent.Parallel;
import io.kubefate.server.concurrent.Threads;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.ClusterFeed;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.NamespaceView;
import io.kubefate.server.kubernetes.ObjectWriter;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.WriteGuard;
import io.kubefate.server.kubernetes.diagnosis.ClusterDiagnosis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A real Kubernetes, accessed with the fabric8 client. */
public final class FabricKubernetes implements Kubernetes {

    /** More than a read of many objects or of a long log takes. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Connection connection;
    private final List<String> namespaces;
    private final KubernetesClient client;
    private final ExecutorService executor = Threads.growing("kubernetes-call");
    private final ScheduledExecutorService scheduler = Threads.scheduled("kubernetes-watch");
    private final ApiResources kinds;
    private final FabricObjectReader objects;
    private final FabricObjectWriter writer;
    private final Parallel parallel = new Parallel(executor);
    private final PreflightFactsReader preflightFacts;
    private final Nodes nodes;
    private final NamespaceList namespaceList;
    private final CrashLogReader logs;
    private final ClusterReader reader;
    private final PodCommands commands;
    private final Clock clock = Clock.systemUTC();

    private FabricKubernetes(Connection connection, List<String> namespaces) {
        this.connection = connection;
        this.namespaces = List.copyOf(namespaces);
        this.client = connection.open(builder -> {});
        this.kinds = new ApiResources(client);
        this.objects = new FabricObjectReader(connection, client, kinds, executor);
        this.preflightFacts = new PreflightFactsReader(client, kinds, executor);
        this.nodes = new Nodes(client);
        this.namespaceList = new NamespaceList(client, this.namespaces);
        this.writer = new FabricObjectWriter(connection, kinds, namespaceList, WriteRequests.of(client));
        this.logs = new CrashLogReader(client);
        this.reader = new ClusterReader(executor, logs);
        this.commands = new PodCommands(connection, client);
    }

    /**
     * Connects to Kubernetes. Sends no request yet, so that Kubernetes can be unavailable.
     *
     * @return a Kubernetes whose calls fail within seconds if it is unavailable
     */
    public static FabricKubernetes connect(Connection connection) {
        return connect(connection, List.of());
    }

    /**
     * Connects as {@link #connect(Connection)} does, for a service that has permissions only in some namespaces.
     *
     * @param namespaces those in which clusters are; empty for all
     */
    public static FabricKubernetes connect(Connection connection, List<String> namespaces) {
        return new FabricKubernetes(connection, namespaces);
    }

    @Override
    public String description() {
        return connection.run(
                "get the version of Kubernetes",
                () -> connection.address() + " ("
                        + client.getKubernetesVersion().getGitVersion() + ")");
    }

    @Override
    public ObjectWriter guarded(WriteGuard guard) {
        return writer.guarded(guard);
    }

    @Override
    public List<NamespaceView> namespaces() {
        return connection.run("list namespaces", namespaceList::all);
    }

    @Override
    public boolean createNamespace(String name) {
        return writer.createNamespace(name);
    }

    @Override
    public List<Manifest> select(String namespace, String apiVersion, String kind, Map<String, String> labels) {
        return objects.select(namespace, apiVersion, kind, labels);
    }

    @Override
    public List<Manifest> find(Collection<ObjectRef> refs) {
        return objects.find(refs);
    }

    @Override
    public void apply(Manifest object) {
        writer.apply(object);
    }

    @Override
    public void replace(Manifest object) {
        writer.replace(object);
    }

    @Override
    public void restart(Manifest live, Instant at) {
        writer.restart(live, at);
    }

    @Override
    public Map<ObjectRef, DryRunResult> dryRun(Collection<Manifest> wanted) {
        Map<ObjectRef, DryRunResult> results = new LinkedHashMap<>();
        Iterator<Optional<DryRunResult>> answers =
                parallel.map(wanted, writer::dryRun).iterator();
        wanted.forEach(object -> answers.next().ifPresent(result -> results.put(object.ref(), result)));
        return results;
    }

    @Override
    public void delete(Manifest live) {
        writer.delete(live);
    }

    @Override
    public PreflightFacts preflightFacts(String namespace, String clusterId, Collection<ObjectRef> wanted) {
        return connection.run(
                "inspect namespace " + namespace, () -> preflightFacts.read(namespace, clusterId, wanted));
    }

    @Override
    public ClusterHealth observe(String namespace, String clusterId) {
        return limited("observe cluster " + clusterId + " in namespace " + namespace, () -> {
            ClusterQueries queries = ClusterQueries.of(client, namespace, clusterId);
            return ClusterDiagnosis.calculate(reader.read(queries, namespace, nodes.address()), clock.instant());
        });
    }

    @Override
    public CommandResult run(PodCommand command) throws InterruptedException {
        return commands.run(command);
    }

    @Override
    public Watch watch(String namespace, String clusterId, Consumer<ClusterHealth> onChange) {
        return new ClusterWatch(
                        ClusterQueries.of(client, namespace, clusterId),
                        new AddressOnce(nodes),
                        crashed -> logs.read(namespace, crashed),
                        executor,
                        scheduler,
                        onChange,
                        clock)
                .open();
    }

    @Override
    public ClusterFeed follow(Consumer<String> onChange) {
        return new FabricFeed(connection, client, kinds, namespaces, onChange);
    }

    @Override
    public Watch follow(ObjectRef job, Consumer<BatchJobState> onChange) {
        return new BatchJobWatch(client, job, scheduler, onChange).open();
    }

    @Override
    public String jobLog(ObjectRef job, int maxBytes) {
        return limited("read the log of " + job, () -> new BatchJobLogReader(client).read(job, maxBytes));
    }

    /** The client waits without a limit for the rest of a response whose headers have arrived. */
    private <T> T limited(String what, Supplier<T> call) {
        try {
            return parallel.within(LIMIT, () -> connection.run(what, call));
        } catch (TimeoutException e) {
            throw new KubernetesException(
                    KubernetesException.Kind.UNAVAILABLE,
                    what + ": the response did not end within " + LIMIT.toSeconds() + " s",
                    e);
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        executor.shutdownNow();
        client.close();
    }
}
