package io.kubefate.server.kubernetes.sandbox;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.concurrent.ChangeNotifier;
import io.kubefate.server.concurrent.Threads;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.ClusterFeed;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.NamespaceView;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.diagnosis.ClusterDiagnosis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An in-memory Kubernetes that runs no containers: it stores objects and reports their pods as ready after a delay. For tests, and
 * to try the service without Kubernetes. All data is lost when the process ends.
 */
public final class SandboxKubernetes implements Kubernetes {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet");

    private final Duration startTime;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService scheduler = Threads.scheduled("sandbox");
    private final SandboxObjects objects = new SandboxObjects();
    private final KubernetesSerialization serialization = new KubernetesSerialization();
    private final Map<String, NamespaceView> namespaces = new ConcurrentSkipListMap<>();
    private final Map<Object, Long> startedGenerations = new ConcurrentHashMap<>();
    private final SandboxImages images;
    private final SandboxBatchJobs jobs;
    private final Set<ChangeNotifier<ClusterHealth>> watches = ConcurrentHashMap.newKeySet();
    private final SandboxFeeds feeds = new SandboxFeeds();

    /**
     * Creates a sandbox with the namespace {@code default}.
     *
     * @param startTime the time until the pods of a workload are ready, and until a Job ends
     * @param images decides the outcome of containers
     */
    public SandboxKubernetes(Duration startTime, SandboxImages images) {
        this.startTime = requireNonNull(startTime, "startTime is null");
        this.images = requireNonNull(images, "images is null");
        this.jobs = new SandboxBatchJobs(objects, scheduler, startTime, images);
        createNamespace("default");
        images.onChange(() -> objects.all().forEach(this::changed));
    }

    @Override
    public String description() {
        return "sandbox: no container runs";
    }

    @Override
    public List<NamespaceView> namespaces() {
        return List.copyOf(namespaces.values());
    }

    @Override
    public boolean createNamespace(String name) {
        Map<String, String> labels = Map.of(Ownership.MANAGED_BY, Ownership.MANAGER);
        Instant now = clock.instant();
        return namespaces.putIfAbsent(name, new NamespaceView(name, "Active", labels, Map.of(), now)) == null;
    }

    @Override
    public List<Manifest> select(String namespace, String apiVersion, String kind, Map<String, String> labels) {
        return objects.ofKind(kind, namespace).stream()
                .filter(object -> object.ref().apiVersion().equals(apiVersion))
                .filter(object -> labels.entrySet().stream()
                        .allMatch(label -> object.label(label.getKey()).equals(label.getValue())))
                .toList();
    }

    @Override
    public List<Manifest> find(Collection<ObjectRef> refs) {
        return refs.stream().flatMap(ref -> objects.find(ref).stream()).toList();
    }

    @Override
    public Map<ObjectRef, DryRunResult> dryRun(Collection<Manifest> wanted) {
        return wanted.stream()
                .filter(object -> namespaces.containsKey(object.ref().namespace()))
                .collect(toMap(Manifest::ref, objects::dryRun));
    }

    @Override
    public void apply(Manifest object) {
        if (!namespaces.containsKey(object.ref().namespace())) {
            String message = "apply %s: namespaces \"%s\" not found"
                    .formatted(object.ref(), object.ref().namespace());
            throw new KubernetesException(KubernetesException.Kind.REFUSED, message);
        }
        refuseIfGone("apply", object);
        DryRunResult result = objects.dryRun(object);
        if (result instanceof DryRunResult.Immutable immutable) {
            throw new KubernetesException(KubernetesException.Kind.REFUSED, immutable.reason());
        }
        if (result instanceof DryRunResult.Refused refused) {
            throw new KubernetesException(KubernetesException.Kind.REFUSED, refused.reason());
        }
        store(object);
    }

    private void store(Manifest object) {
        Manifest stored = objects.apply(object, clock.instant());
        changed(stored);
        SandboxClaims.of(stored).stream()
                .filter(claim -> objects.find(claim.ref()).isEmpty())
                .forEach(claim -> objects.apply(claim, clock.instant()));
        jobs.applied(stored);
        if (WORKLOADS.contains(stored.kind()) && !isStarted(stored)) {
            scheduler.schedule(() -> start(stored), startTime.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void refuseIfGone(String what, Manifest identified) {
        if (objects.isGone(identified)) {
            throw new KubernetesException(
                    KubernetesException.Kind.TRANSIENT,
                    what + " " + identified.ref() + ": another object has this name");
        }
    }

    @Override
    public void replace(Manifest object) {
        apply(object);
    }

    @Override
    public void restart(Manifest live, Instant at) {
        refuseIfGone("restart", live);
        objects.find(live.ref())
                .ifPresent(found -> store(found.withPodAnnotation(Ownership.RESTARTED_AT, at.toString())));
    }

    @Override
    public void delete(Manifest live) {
        if (objects.find(live.ref()).isPresent()) {
            refuseIfGone("delete", live);
            objects.delete(live.ref());
            changed(live);
        }
        jobs.changed();
    }

    /** Allows everything and has unlimited capacity. */
    @Override
    public PreflightFacts preflightFacts(String namespace, String clusterId, Collection<ObjectRef> wanted) {
        return PreflightFacts.unlimited(namespaces.containsKey(namespace) ? "Active" : "");
    }

    @Override
    public boolean hasLimits() {
        return false;
    }

    @Override
    public ClusterHealth observe(String namespace, String clusterId) {
        return health(namespace, clusterId);
    }

    /** Runs nothing; every command that can be started succeeds. */
    @Override
    public CommandResult run(PodCommand command) {
        return cluster().run(command);
    }

    @Override
    public Watch watch(String namespace, String clusterId, Consumer<ClusterHealth> onChange) {
        ChangeNotifier<ClusterHealth> notifier = new ChangeNotifier<>(
                scheduler, Duration.ZERO, () -> health(namespace, clusterId), ClusterHealth::isSameAs, onChange);
        watches.add(notifier);
        notifier.signal();
        return () -> {
            watches.remove(notifier);
            notifier.close();
        };
    }

    @Override
    public ClusterFeed follow(Consumer<String> onChange) {
        return feeds.open(objects.all(), onChange);
    }

    @Override
    public Watch follow(ObjectRef job, Consumer<BatchJobState> onChange) {
        return jobs.follow(job, onChange);
    }

    @Override
    public String jobLog(ObjectRef job, int maxBytes) {
        return jobs.log(job);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private ClusterHealth health(String namespace, String clusterId) {
        return ClusterDiagnosis.calculate(cluster().objects(namespace, clusterId), clock.instant());
    }

    private SandboxCluster cluster() {
        SandboxPods pods = new SandboxPods(images);
        return new SandboxCluster(objects, serialization, pods, this::isStarted);
    }

    private void start(Manifest workload) {
        startedGenerations.merge(SandboxObjects.uid(workload), SandboxObjects.generation(workload), Math::max);
        changed(workload);
    }

    private void changed(Manifest object) {
        watches.forEach(ChangeNotifier::signal);
        feeds.report(object);
    }

    private boolean isStarted(Manifest workload) {
        return startedGenerations.getOrDefault(SandboxObjects.uid(workload), 0L) >= SandboxObjects.generation(workload);
    }
}
