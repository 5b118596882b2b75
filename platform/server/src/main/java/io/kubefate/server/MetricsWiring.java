package io.kubefate.server;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.codahale.metrics.MetricFilter;
import io.dropwizard.core.setup.Environment;
import io.kubefate.server.engine.fleet.Fleet;
import io.kubefate.server.engine.job.JobListener;
import io.kubefate.server.metrics.Gauges;
import io.kubefate.server.metrics.JobMetrics;
import io.kubefate.server.metrics.StoredCountsFollower;
import io.kubefate.server.plugin.PluginCatalog;
import io.kubefate.server.store.CountStore;
import io.kubefate.server.store.StoredCounts;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.ActiveJobs;
import io.kubefate.server.store.job.JobStatus;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.Jdbi;

/** Publishes metrics on the admin port below {@code /metrics}. What {@code kubefate_*} means is on one screen here. */
final class MetricsWiring {

    /** Half of a usual scrape interval. */
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(10);

    private static final String JVM = "jvm.";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Gauges gauges = new Gauges(registry);
    private final Clock clock;
    private final JobMetrics jobs;

    /** Publishes what Dropwizard, Jetty and the JVM measure. */
    MetricsWiring(Environment environment, Clock clock) {
        this.clock = requireNonNull(clock, "clock is null");
        this.jobs = new JobMetrics(registry, clock);
        JvmMetrics.builder().register(registry);
        MetricFilter all = (name, metric) -> !name.startsWith(JVM);
        DropwizardExports.builder()
                .dropwizardRegistry(environment.metrics())
                .metricFilter(all)
                .register(registry);
        environment
                .admin()
                .addServlet("prometheus", new PrometheusMetricsServlet(registry))
                .addMapping("/metrics");
        gauges.values(
                "kubefate_build",
                "1, with the version of the service.",
                "version",
                () -> Map.of(Version.current(), 1.0));
    }

    JobListener jobs() {
        return jobs;
    }

    /** Publishes what the database counts; it has no values while the database is unavailable. */
    void counts(Jdbi jdbi, ManagedResources resources) {
        StoredCountsFollower counts = resources.keep(
                new StoredCountsFollower(new CountStore(jdbi), COUNT_INTERVAL), StoredCountsFollower::start);
        gauges.values(
                        "kubefate_clusters",
                        "Clusters by status.",
                        "status",
                        () -> counts.latest().map(MetricsWiring::clusters).orElse(Map.of()))
                .values(
                        "kubefate_jobs_active",
                        "Jobs that have not ended, by status.",
                        "status",
                        () -> counts.latest().map(MetricsWiring::activeJobs).orElse(Map.of()))
                .values(
                        "kubefate_jobs_oldest_age_seconds",
                        "Time since the oldest job of a status was accepted.",
                        "status",
                        () -> counts.latest().map(this::ages).orElse(Map.of()));
    }

    void fleet(Fleet fleet) {
        gauges.value(
                "kubefate_clusters_drifted",
                "Clusters that differ from their current revision.",
                () -> OptionalDouble.of(drifted(fleet)));
    }

    void plugins(Supplier<PluginCatalog> catalog) {
        gauges.values(
                "kubefate_plugins",
                "Enabled plugins by state: loaded or rejected.",
                "state",
                () -> Map.of(
                        "loaded", (double) catalog.get().loaded().size(),
                        "rejected", (double) catalog.get().rejected().size()));
    }

    void dependencies(HealthWiring health) {
        gauges.values(
                "kubefate_dependency_available",
                "1 if what the service depends on was available at the last check, otherwise 0.",
                "dependency",
                () -> health.available().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue() ? 1.0 : 0.0)));
    }

    /** Publishes the free space of the embedded database; nothing for another one. */
    void storage(Supplier<OptionalLong> freeBytes) {
        gauges.value(
                "kubefate_storage_free_bytes",
                "Free space for the embedded database.",
                () -> freeBytes.get().stream().asDoubleStream().findFirst());
    }

    private static double drifted(Fleet fleet) {
        return fleet.observations().values().stream()
                .filter(observation -> !observation.drift().changes().isEmpty())
                .count();
    }

    private static Map<String, Double> clusters(StoredCounts counts) {
        return Arrays.stream(ClusterStatus.values())
                .filter(status -> status != ClusterStatus.Deleted)
                .collect(toMap(Enum::name, status -> (double) counts.clusters().getOrDefault(status, 0L)));
    }

    private static Map<String, Double> activeJobs(StoredCounts counts) {
        return byStatus(counts, ActiveJobs::total);
    }

    private Map<String, Double> ages(StoredCounts counts) {
        Instant now = clock.instant();
        return byStatus(counts, jobs -> Duration.between(jobs.oldest(), now).toMillis() / 1000.0);
    }

    /** Returns a value for each status of active jobs; 0 for one without jobs. */
    private static Map<String, Double> byStatus(StoredCounts counts, ToDoubleFunction<ActiveJobs> value) {
        Map<String, Double> values = new HashMap<>();
        Arrays.stream(JobStatus.values())
                .filter(status -> !status.ended())
                .forEach(status -> values.put(status.name(), 0.0));
        counts.jobs().forEach(jobs -> values.put(jobs.status().name(), value.applyAsDouble(jobs)));
        return values;
    }
}
