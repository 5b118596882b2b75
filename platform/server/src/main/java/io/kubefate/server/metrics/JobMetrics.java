package io.kubefate.server.metrics;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.engine.job.JobListener;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/** How many jobs ended on this service, how, and how long they took since they were accepted. */
public final class JobMetrics implements JobListener {

    private final Histogram durations;
    private final Clock clock;

    public JobMetrics(PrometheusRegistry registry, Clock clock) {
        this.clock = requireNonNull(clock, "clock is null");
        this.durations = Histogram.builder()
                .name("kubefate_job_duration")
                .help("Time from the acceptance of a job to its end, by method and final status.")
                .unit(Unit.SECONDS)
                .labelNames("method", "status")
                .classicOnly()
                .classicUpperBounds(1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600)
                .register(registry);
        startAtZero();
    }

    @Override
    public void ended(JobRecord job, JobStatus status) {
        Duration duration = Duration.between(job.times().createdAt(), clock.instant());
        durations.labelValues(job.method().name(), status.name()).observe(duration.toMillis() / 1000.0);
    }

    /** Prometheus sees an increase only between two samples, so the first failure must not be the first sample. */
    private void startAtZero() {
        for (JobMethod method : JobMethod.values()) {
            Arrays.stream(JobStatus.values())
                    .filter(JobStatus::ended)
                    .forEach(status -> durations.initLabelValues(method.name(), status.name()));
        }
    }
}
