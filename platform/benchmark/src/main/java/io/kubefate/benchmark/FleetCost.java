package io.kubefate.benchmark;

import com.codahale.metrics.MetricRegistry;
import com.sun.management.OperatingSystemMXBean;
import io.dropwizard.db.DataSourceFactory;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.server.engine.fleet.Fleet;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.fabric.Connection;
import io.kubefate.server.kubernetes.fabric.FabricKubernetes;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.cluster.ClusterIdentity;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.RevisionOrigin;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.cluster.StoredRelease;
import io.kubefate.server.store.encryption.CellCipher;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobDefinition;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.RequestedCluster;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.row.JsonColumn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Measures the cost of watching many clusters. Creates them, with objects that run no pods, in the Kubernetes of
 * {@code KUBECONFIG}, and deletes them afterwards. Prints the milliseconds until all are observed, the heap of the watches in MB, the
 * percentage of one core when idle, and the highest number of additional watches for one kind.
 */
public final class FleetCost {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofSeconds(60);
    private static final Pattern WATCHERS =
            Pattern.compile("apiserver_registered_watchers\\{.*kind=\"(\\w+)\".*} (\\d+)");

    private final List<Owner> owners = new ArrayList<>();
    private final Kubernetes kubernetes = FabricKubernetes.connect(Connection.find());
    private final ClusterStore clusters;
    private final JobStore jobs;

    private FleetCost(Path folder) {
        DataSourceFactory pool = new DataSourceFactory();
        pool.setDriverClass("org.h2.Driver");
        pool.setUrl(Database.embeddedUrl(folder.resolve("kubefate")));
        pool.setUser("kubefate");
        pool.setPassword("");
        Database database = new Database(pool.build(new MetricRegistry(), "database"), pool.getUrl());
        database.migrate();
        this.clusters = new ClusterStore(database.jdbi(CellCipher.unencrypted()));
        this.jobs = new JobStore(database.jdbi(CellCipher.unencrypted()));
    }

    /**
     * Runs the measurement.
     *
     * @param arguments the number of clusters; default 100
     * @throws IOException if the database cannot be created
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
        FleetCost cost = new FleetCost(Files.createTempDirectory("fleet"));
        try {
            IntStream.range(0, count).parallel().forEach(cost::install);
            cost.measure(count);
        } finally {
            cost.remove();
            cost.kubernetes.close();
        }
    }

    private void measure(int count) throws InterruptedException {
        Map<String, Integer> watchesBefore = watches();
        long heapBefore = heap();
        Instant begin = Instant.now();
        try (Fleet fleet = new Fleet(
                clusters, kubernetes, Clock.systemUTC(), Duration.ofSeconds(1), (cluster, seen) -> Optional.empty())) {
            fleet.start();
            while (fleet.observations().size() < count) {
                if (Instant.now().isAfter(begin.plus(LIMIT))) {
                    throw new IllegalStateException(
                            "only " + fleet.observations().size() + " were observed");
                }
                Thread.sleep(50);
            }
            long seen = Duration.between(begin, Instant.now()).toMillis();
            double heap = (heap() - heapBefore) / 1_000_000.0;
            System.out.printf("%d %.1f %.2f %d%n", seen, heap, percentAtRest(), moreWatches(watchesBefore));
        }
    }

    private static int moreWatches(Map<String, Integer> before) {
        return watches().entrySet().stream()
                .mapToInt(kind -> kind.getValue() - before.getOrDefault(kind.getKey(), 0))
                .max()
                .orElse(0);
    }

    private static double percentAtRest() throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        Thread.sleep(REST.toMillis());
        return 100.0 * (system.getProcessCpuTime() - before) / REST.toNanos();
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void install(int number) {
        Owner owner = new Owner(UUID.randomUUID().toString(), "fleet-" + number, "fleet-cost-" + number);
        List<Manifest> objects = objects(owner.namespace());
        Instant now = Instant.now();
        String manifests =
                JsonColumn.write(objects.stream().map(Manifest::content).toList());
        StoredRelease release = new StoredRelease("fate", "v1.5.0", "eggroll");
        ClusterRecord cluster = ClusterRecord.pending(
                new ClusterIdentity(owner.clusterId(), owner.name(), owner.namespace()), release, "name: x", now);
        RevisionOrigin origin = new RevisionOrigin("bench@1", release, 0);
        JobRequest request = JobRequest.change(
                new RequestedCluster(owner.name(), owner.namespace(), "fate", "v1.5.0", "name: x", false),
                Set.of(),
                FailurePolicy.KEEP);
        JobDefinition definition = new JobDefinition(
                UUID.randomUUID().toString(), owner.clusterId(), 1, JobMethod.ClusterInstall, "bench", request, LIMIT);
        JobRecord job = clusters.acceptInstall(
                cluster,
                new RevisionRecord(owner.clusterId(), 1, "name: x", manifests, origin, "bench", now),
                JobRecord.pending(definition, now),
                RequestConditions.NONE);
        synchronized (owners) {
            owners.add(owner);
            JobLease claimed = jobs.claim("runner-" + number, Instant.now(), LIMIT)
                    .flatMap(JobRecord::lease)
                    .orElseThrow();
            jobs.finish(claimed, JobStatus.Success, ClusterStatus.Running, Instant.now());
        }
        kubernetes.createNamespace(owner.namespace());
        owner.mark(objects, job.revision()).forEach(kubernetes::apply);
    }

    private void remove() {
        owners.stream().parallel().forEach(owner -> kubernetes.find(refs(owner)).forEach(kubernetes::delete));
    }

    private static List<ObjectRef> refs(Owner owner) {
        return objects(owner.namespace()).stream().map(Manifest::ref).toList();
    }

    /** Returns 40 objects of the kinds of a FATE cluster; the Deployments have no pods. */
    private static List<Manifest> objects(String namespace) {
        List<Manifest> objects = new ArrayList<>();
        IntStream.range(0, 20)
                .forEach(i -> objects.add(object(
                        "v1",
                        "ConfigMap",
                        namespace,
                        i,
                        Map.of("data", Map.of("settings", "key=value\n".repeat(200))))));
        IntStream.range(0, 4)
                .forEach(i -> objects.add(
                        object("v1", "Secret", namespace, i, Map.of("stringData", Map.of("password", "none")))));
        IntStream.range(0, 8)
                .forEach(i -> objects.add(object("v1", "Service", namespace, i, Map.of("spec", service()))));
        IntStream.range(0, 8)
                .forEach(i -> objects.add(object("apps/v1", "Deployment", namespace, i, Map.of("spec", deployment()))));
        return objects;
    }

    private static Map<String, Object> service() {
        return Map.of("clusterIP", "None", "ports", List.of(Map.of("name", "http", "port", 80, "protocol", "TCP")));
    }

    private static Map<String, Object> deployment() {
        Map<String, Object> container = Map.of("name", "python", "image", "federatedai/python:1.5.0-release");
        return Map.of(
                "replicas",
                0,
                "selector",
                Map.of("matchLabels", Map.of("app", "x")),
                "template",
                Map.of(
                        "metadata",
                        Map.of("labels", Map.of("app", "x")),
                        "spec",
                        Map.of("containers", List.of(container))));
    }

    private static Manifest object(
            String apiVersion, String kind, String namespace, int number, Map<String, Object> content) {
        Map<String, Object> object = new TreeMap<>(content);
        object.put("apiVersion", apiVersion);
        object.put("kind", kind);
        object.put("metadata", Map.of("name", "part-" + number, "namespace", namespace));
        return new Manifest(object);
    }

    /** Returns the API server's watches by kind; empty if {@code kubectl} is not available. */
    private static Map<String, Integer> watches() {
        Map<String, Integer> watches = new TreeMap<>();
        try {
            Process process = new ProcessBuilder("kubectl", "get", "--raw", "/metrics")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = WATCHERS.matcher(text);
            while (matcher.find()) {
                watches.merge(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer::sum);
            }
        } catch (IOException e) {
            System.err.println("no kubectl: " + e.getMessage());
        }
        return watches;
    }
}
