package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.plan.Mask;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.service.job.JobStateLines;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.StorePlugin;
import io.kubefate.server.store.TestRows;
import io.kubefate.server.store.check.StoredCheck;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionOrigin;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.encryption.CellCipher;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobDefinition;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.RequestedCluster;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.row.JsonColumn;
import io.kubefate.server.store.step.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** A database with clusters and jobs, and runners that can be started and killed, and that end with it. */
final class JobBench implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(30);

    /** A time limit that {@link #overdue} lets pass. It is shorter than a lease, which that must not end. */
    static final Duration SHORT = Duration.ofSeconds(5);

    private static final RunnerSettings SETTINGS =
            new RunnerSettings(2, Duration.ofSeconds(10), Duration.ofMillis(50), Duration.ofMillis(100));

    final ClusterStore clusters;
    final JobStore jobs;
    private final AdvancingClock clock = new AdvancingClock();
    private final EmbeddedDatabase database;
    private final List<JobRunner> runners = new ArrayList<>();

    JobBench() {
        this.database = new EmbeddedDatabase();
        this.clusters = new ClusterStore(database.jdbi());
        this.jobs = new JobStore(database.jdbi());
    }

    JobRunner start(Kubernetes kubernetes) {
        return start(kubernetes, clusters, jobs);
    }

    /** Starts a process that can die, and then does nothing more, neither in Kubernetes nor in the database. */
    private JobRunner startMortal(CrashingKubernetes crashing) {
        Jdbi jdbi = Jdbi.create(DyingDataSource.of(database.source(), crashing::crashed))
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new StorePlugin(CellCipher.unencrypted()));
        return start(crashing, new ClusterStore(jdbi), new JobStore(jdbi));
    }

    private JobRunner start(Kubernetes kubernetes, ClusterStore clusterStore, JobStore jobStore) {
        JobRunner runner = new JobRunner(clusterStore, jobStore, kubernetes, clock, SETTINGS, (job, status) -> {});
        runner.start();
        runners.add(runner);
        return runner;
    }

    /** {@return what the runner of a claimed job writes} */
    Journal journal(JobRecord claimed, Mask mask) {
        return new Journal(jobs, clock, claimed, SETTINGS.idle(), mask);
    }

    /** Runs a job in a process that dies at a call to Kubernetes, and lets the lease end that it leaves behind. */
    void dieAfter(int calls, Kubernetes kubernetes, JobRecord job) {
        dieAfter(calls, kubernetes, job, over -> {});
    }

    /** The same for a job that never becomes ready and has the time limit {@link #SHORT}. */
    void dieAfterOverdue(int calls, Kubernetes kubernetes, JobRecord job) {
        dieAfter(calls, kubernetes, job, over -> {
            until("the job waits", () -> waits(job) || over.getAsBoolean());
            pass(SHORT);
        });
    }

    private void dieAfter(int calls, Kubernetes kubernetes, JobRecord job, Consumer<BooleanSupplier> meanwhile) {
        CrashingKubernetes crashing = new CrashingKubernetes(kubernetes, calls);
        BooleanSupplier over = () -> crashing.crashed() || status(job).ended();
        try (JobRunner first = startMortal(crashing)) {
            meanwhile.accept(over);
            until("the process dies or the job ends", over);
        }
        leaseEnds();
    }

    /** Lets the time limit {@link #SHORT} pass when the job has reported why it waits, and waits until the job has ended. */
    JobRecord overdue(JobRecord job) {
        until("the job waits", () -> waits(job));
        pass(SHORT);
        return ended(job);
    }

    private boolean waits(JobRecord job) {
        return !record(job).progress().open().isEmpty();
    }

    /** Lets the time of a lease pass. */
    void leaseEnds() {
        pass(SETTINGS.lease());
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    Instant now() {
        return clock.instant();
    }

    /** {@return a stored install} */
    JobRecord install(List<Manifest> objects, Ask ask) {
        ClusterRecord cluster = TestRows.cluster(ask.name(), "name: x", clock.instant());
        return clusters.acceptInstall(
                cluster,
                TestRows.revision(cluster, TestRows.manifests(objects), "test@1"),
                TestRows.install(
                        cluster,
                        ask.cover() ? Set.of(PlanOption.REPLACE_FOREIGN) : Set.of(),
                        ask.rollback() ? FailurePolicy.RETURN : FailurePolicy.KEEP,
                        ask.limit()),
                RequestConditions.NONE);
    }

    /** {@return a stored adoption of the Helm release of a name} */
    JobRecord adopt(String name, List<Manifest> objects, Duration limit) {
        ClusterRecord cluster = TestRows.cluster(name, "name: x", clock.instant());
        return clusters.acceptInstall(
                cluster,
                TestRows.revision(cluster, TestRows.manifests(objects), "test@1"),
                TestRows.install(cluster, Set.of(PlanOption.ADOPT), FailurePolicy.RETURN, limit),
                RequestConditions.NONE);
    }

    /** {@return a stored update of the cluster that a job made} */
    JobRecord update(JobRecord install, List<Manifest> objects, Duration limit) {
        return update(install, List.of(), objects, limit, Set.of());
    }

    /** {@return a stored update that may replace what cannot be changed} */
    JobRecord recreate(JobRecord install, List<Manifest> objects, Duration limit) {
        return update(install, List.of(), objects, limit, Set.of(PlanOption.RECREATE));
    }

    /** {@return a stored update that removes claims, too} */
    JobRecord purge(JobRecord install, List<Manifest> objects, Duration limit) {
        return update(install, List.of(), objects, limit, Set.of(PlanOption.PURGE));
    }

    /** {@return a stored upgrade that runs these Jobs first} */
    JobRecord upgrade(JobRecord install, List<Manifest> jobs, List<Manifest> objects, Duration limit) {
        List<StepRecord> steps = IntStream.range(0, jobs.size())
                .mapToObj(index -> StepRecord.pending(
                        install.clusterUuid(),
                        index + 1,
                        jobs.get(index).ref().name(),
                        JsonColumn.write(jobs.get(index).content())))
                .toList();
        return update(install, steps, objects, limit, Set.of());
    }

    private JobRecord update(
            JobRecord install,
            List<StepRecord> steps,
            List<Manifest> objects,
            Duration limit,
            Set<PlanOption> permissions) {
        Instant now = clock.instant();
        String cluster = install.clusterUuid();
        JobRequest request = JobRequest.change(
                new RequestedCluster("x", "x", "fate", "v1.5.0", "name: y", false), permissions, FailurePolicy.RETURN);
        RevisionRecord revision = new RevisionRecord(
                cluster,
                0,
                "name: y",
                TestRows.manifests(objects),
                new RevisionOrigin("test@2", TestRows.RELEASE, 0),
                "tester",
                now);
        return clusters.acceptUpdate(
                revision,
                steps,
                JobRecord.pending(TestRows.job(cluster, 0, JobMethod.ClusterUpdate, request, limit), now),
                RequestConditions.NONE);
    }

    /** {@return a stored check} */
    JobRecord check(String clusterId, Duration limit, List<StoredCheck> checks) {
        JobDefinition job = TestRows.job(clusterId, 0, JobMethod.ClusterCheck, JobRequest.check(checks), limit);
        return clusters.acceptCheck(JobRecord.pending(job, clock.instant()), RequestConditions.NONE);
    }

    /** {@return a check of a module with one container of the same name} */
    static StoredCheck check(String module) {
        return new StoredCheck("try " + module, module, module, List.of("true"), 5_000, "repair " + module);
    }

    /** {@return a stored delete} */
    JobRecord delete(String clusterId, boolean purge) {
        return delete(clusterId, purge, LIMIT);
    }

    JobRecord delete(String clusterId, boolean purge, Duration limit) {
        JobRequest request = JobRequest.delete(purge ? Set.of(PlanOption.PURGE) : Set.of());
        JobDefinition job = TestRows.job(clusterId, 1, JobMethod.ClusterDelete, request, limit);
        return clusters.acceptDelete(JobRecord.pending(job, clock.instant()), RequestConditions.NONE);
    }

    /** Waits until a job has ended. */
    JobRecord ended(JobRecord job) {
        until("job ends", () -> record(job).status().ended());
        return record(job);
    }

    JobRecord record(JobRecord job) {
        return jobs.find(job.uuid()).orElseThrow();
    }

    JobStatus status(JobRecord job) {
        return record(job).status();
    }

    List<StepRecord> steps(JobRecord job) {
        return jobs.steps().ofJob(job);
    }

    List<String> states(JobRecord job) {
        return JobStateLines.of(job.method(), jobs.events(job.uuid()), clock.instant());
    }

    static void until(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + LIMIT + ": " + what);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws Exception {
        runners.forEach(JobRunner::close);
        database.close();
    }

    /** What an install asks for. */
    record Ask(String name, boolean cover, boolean rollback, Duration limit) {
        static Ask of(String name) {
            return new Ask(name, false, false, LIMIT);
        }
    }

    /** {@return a ConfigMap, a claim, and Deployments with these images} */
    static List<Manifest> objects(String namespace, String... images) {
        List<Manifest> objects = new ArrayList<>();
        objects.add(settings(namespace, "b"));
        objects.add(object("v1", "PersistentVolumeClaim", "data", namespace, Map.of("spec", Map.of())));
        for (int index = 0; index < images.length; index++) {
            objects.add(deployment("module-" + index, namespace, images[index]));
        }
        return objects;
    }

    /** {@return the objects of a cluster with these modules, a Deployment each} */
    static List<Manifest> modules(String namespace, String... modules) {
        List<Manifest> objects = new ArrayList<>(objects(namespace));
        for (String module : modules) {
            objects.add(deployment(module, namespace, module + ":1").withLabel(Ownership.MODULE, module));
        }
        return objects;
    }

    static Manifest settings(String namespace, String value) {
        return object("v1", "ConfigMap", "settings", namespace, Map.of("data", Map.of("a", value)));
    }

    /** {@return a Job as a step's template makes it} */
    static Manifest step(String name, String namespace, String image) {
        Map<String, Object> pod =
                Map.of("restartPolicy", "Never", "containers", List.of(Map.of("name", name, "image", image)));
        return object("batch/v1", "Job", name, namespace, Map.of("spec", Map.of("template", Map.of("spec", pod))));
    }

    private static Manifest deployment(String name, String namespace, String image) {
        Map<String, Object> labels = Map.of("app", name);
        Map<String, Object> pod = Map.of(
                "metadata", Map.of("labels", labels),
                "spec",
                        Map.of(
                                "containers", List.of(Map.of("name", name, "image", image)),
                                "volumes", List.of(claimVolume(), settingsVolume())));
        Map<String, Object> spec = Map.of("replicas", 1, "selector", Map.of("matchLabels", labels), "template", pod);
        return object("apps/v1", "Deployment", name, namespace, Map.of("spec", spec));
    }

    private static Map<String, Object> claimVolume() {
        return Map.of("name", "data", "persistentVolumeClaim", Map.of("claimName", "data"));
    }

    private static Map<String, Object> settingsVolume() {
        return Map.of("name", "settings", "configMap", Map.of("name", "settings"));
    }

    private static Manifest object(
            String apiVersion, String kind, String name, String namespace, Map<String, Object> more) {
        Map<String, Object> content = new LinkedHashMap<>(more);
        content.put("apiVersion", apiVersion);
        content.put("kind", kind);
        content.put("metadata", Map.of("name", name, "namespace", namespace));
        return new Manifest(content);
    }
}
