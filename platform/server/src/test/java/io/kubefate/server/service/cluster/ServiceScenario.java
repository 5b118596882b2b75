package io.kubefate.server.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Job;
import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.render.TemplateRenderer;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.engine.fleet.Fleet;
import io.kubefate.server.engine.job.JobRunner;
import io.kubefate.server.engine.job.RunnerSettings;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.job.JobFeed;
import io.kubefate.server.service.job.JobService;
import io.kubefate.server.service.list.ListKind;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.spec.OneModule;
import io.kubefate.server.service.spec.Releases;
import io.kubefate.server.service.spec.ServedRelease;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.service.spec.UpgradeSteps;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.ListStore;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The services over a database and a sandbox, with a runner and a watched fleet. */
abstract class ServiceScenario {

    static final Duration LIMIT = Duration.ofSeconds(30);

    final FaultySandbox kubernetes = new FaultySandbox(Duration.ofMillis(20));
    private EmbeddedDatabase database;
    private JobRunner runner;
    private Fleet fleet;
    ClusterService clusters;
    ProvisioningService provisioning;
    RevisionService revisions;
    RollbackService rollbacks;
    JobService jobs;
    DriftService drifts;
    CheckService checks;
    RestartService restarts;

    /** What renders; changed to stand for another version of the plugin. */
    String plugin = "test@1";

    /** What the service has recorded of its own changes. */
    final List<String> ownChanges = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        database = new EmbeddedDatabase();
        ClusterStore store = new ClusterStore(database.jdbi());
        JobStore jobStore = new JobStore(database.jdbi());
        Clock clock = Clock.systemUTC();
        runner = new JobRunner(
                store,
                jobStore,
                kubernetes,
                clock,
                new RunnerSettings(2, Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofMillis(100)),
                (job, status) -> {});
        runner.start();
        SpecIntake specs = new SpecIntake(new Releases() {
            @Override
            public List<ReleaseKey> keys() {
                return List.of();
            }

            @Override
            public ServedRelease select(ClusterSpec spec) {
                return release(spec.chartName(), spec.chartVersion());
            }

            @Override
            public ServedRelease find(ReleaseKey key) {
                return release(key.chartName(), key.chartVersion());
            }
        });
        ClusterPlanner planner = new ClusterPlanner(store, kubernetes);
        JobIntake intake = new JobIntake(store, planner, runner::wake, clock, LIMIT);
        revisions = new RevisionService(store, specs);
        rollbacks = new RollbackService(store, kubernetes, specs, planner, intake);
        drifts = new DriftService(store, kubernetes, rollbacks, intake);
        fleet = new Fleet(
                store,
                kubernetes,
                clock,
                Duration.ofMillis(20),
                new AutoReconcile(drifts, specs, (verb, object, detail) -> ownChanges.add(verb + " " + object), clock));
        fleet.start();
        clusters = new ClusterService(
                store, new ListStore(database.jdbi()), kubernetes, specs, fleet::observation, planner, intake);
        provisioning = new ProvisioningService(store, specs, new UpgradeSteps(store, specs), planner, intake);
        checks = new CheckService(store, specs, intake);
        restarts = new RestartService(store, kubernetes, clock);
        jobs = new JobService(jobStore, new ListStore(database.jdbi()), new JobFeed(jobStore, LIMIT, LIMIT), clock);
    }

    @AfterEach
    void stop() throws Exception {
        fleet.close();
        runner.close();
        kubernetes.close();
        database.close();
    }

    List<Job> listedJobs() {
        return jobs.list(ListRequest.all(ListKind.JOBS), Namespaces.ALL).items();
    }

    String install(String version, String value) {
        return ended(provisioning
                        .install(args(version, value), Submission.by("me"))
                        .job())
                .clusterId();
    }

    Job ended(Job job) {
        Instant end = Instant.now().plus(LIMIT);
        while (!jobs.find(job.uuid()).ended()) {
            assertThat(Instant.now()).isBefore(end);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return jobs.find(job.uuid());
    }

    static ClusterArgs args(String version, String value) {
        return args(version, value, null);
    }

    static ClusterArgs args(String version, String value, Long timeLimit) {
        String chart = value.contains("chartName") ? "" : "chartName: test\n";
        String file = "name: demo\nnamespace: demo\nchartVersion: %s\nmodules: [python]\n%svalue: %s\n"
                .formatted(version, chart, value);
        String data = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
        return ClusterArgs.builder().data(data).timeLimit(timeLimit).build();
    }

    private ServedRelease release(String chartName, String chartVersion) {
        OneModule distribution = new OneModule();
        TemplateRenderer renderer = new TemplateRenderer(name -> Optional.of(
                switch (name) {
                    case "migrate.yaml.ftl" -> OneModule.MIGRATE;
                    case "save.yaml.ftl" -> OneModule.SAVE;
                    default -> OneModule.CONFIGURED;
                }));
        return new ServedRelease(
                new ReleaseKey(chartName, chartVersion, ""),
                new ReleaseRenderer(distribution, plugin, renderer),
                new SpecValidator(distribution.schema()),
                () -> {});
    }
}
