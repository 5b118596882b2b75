package io.kubefate.server.store;

import io.dropwizard.db.ManagedDataSource;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.request.RequestConditions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the store share. The same behaviour is expected of all databases. Every test finds empty tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
    static final Duration LEASE = Duration.ofSeconds(10);

    final TestDatabases kind;
    TestDatabases.Location location;
    Jdbi jdbi;
    ClusterStore clusters;
    JobStore jobs;
    PluginStore plugins;

    private ManagedDataSource dataSource;

    StoreContract(TestDatabases kind) {
        this.kind = kind;
    }

    @BeforeAll
    void open(@TempDir Path directory) {
        if (kind.obstacle().isPresent()) {
            return; // Each test says so; a class that aborts as a whole is not even counted.
        }
        location = kind.create(directory);
        dataSource = location.connect();
        database().migrate();
        jdbi = TestKeys.encrypted(database());
        clusters = new ClusterStore(jdbi);
        jobs = new JobStore(jdbi);
        plugins = new PluginStore(jdbi);
    }

    @AfterAll
    void close() throws Exception {
        if (dataSource != null) {
            dataSource.stop();
        }
    }

    @BeforeEach
    void empty() {
        kind.obstacle().ifPresent(Assumptions::abort);
        jdbi.useHandle(handle -> {
            handle.execute("delete from cluster");
            handle.execute("delete from revision");
            handle.execute("delete from job");
            handle.execute("delete from job_event");
            handle.execute("delete from keyed_request");
            handle.execute("delete from plugin");
            handle.execute("delete from plugin_content");
            handle.execute("delete from plugin_retired");
        });
    }

    /** Returns the database as a service opens it. */
    Database database() {
        return new Database(dataSource, location.url());
    }

    static ClusterRecord cluster(String name) {
        return cluster(name, "name: " + name);
    }

    static ClusterRecord cluster(String name, String spec) {
        return TestRows.cluster(name, "fate-9999", spec, NOON);
    }

    static RevisionRecord revision(ClusterRecord cluster) {
        return TestRows.revision(cluster, "[]", "fate-1.5@3.0.0");
    }

    static JobRecord job(ClusterRecord cluster, JobMethod method) {
        JobRequest request =
                JobRequest.change(TestRows.requested(cluster), Set.of(PlanOption.REPLACE_FOREIGN), FailurePolicy.KEEP);
        return JobRecord.pending(TestRows.job(cluster.uuid(), 1, method, request, Duration.ofHours(1)), NOON);
    }

    /** Accepts the install of a cluster of this name. */
    JobRecord install(String name) {
        return install(cluster(name));
    }

    JobRecord install(ClusterRecord cluster) {
        return install(jdbi, cluster);
    }

    static JobRecord install(Jdbi jdbi, ClusterRecord cluster) {
        ClusterStore clusters = new ClusterStore(jdbi);
        return clusters.acceptInstall(
                cluster, revision(cluster), job(cluster, JobMethod.ClusterInstall), RequestConditions.NONE);
    }

    /** Accepts an install and carries it out. */
    ClusterRecord installed(String name) {
        JobRecord job = install(name);
        jobs.finish(claim("installer", NOON), JobStatus.Success, ClusterStatus.Running, NOON);
        return clusters.find(job.clusterUuid()).orElseThrow();
    }

    /** Claims the job that is next. */
    JobLease claim(String runner, Instant at) {
        return jobs.claim(runner, at, LEASE).flatMap(JobRecord::lease).orElseThrow();
    }

    /** Returns what an event writes that happens once. */
    static JobChange event(Instant at, JobEventReason reason, String object) {
        return JobChange.at(at).event(reason, object, EventDetails.NONE);
    }

    /** Runs a task in several threads at once and gives what each returned. */
    static <T> List<T> together(int threads, Callable<T> task) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(Collections.nCopies(threads, task))) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
