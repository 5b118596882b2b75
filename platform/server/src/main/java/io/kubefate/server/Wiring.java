package io.kubefate.server;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.jdbi3.JdbiFactory;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.PluginsConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.engine.fleet.Fleet;
import io.kubefate.server.engine.job.JobRunner;
import io.kubefate.server.engine.job.RunnerSettings;
import io.kubefate.server.http.Services;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.fabric.FabricKubernetes;
import io.kubefate.server.kubernetes.fabric.access.FabricPodAccess;
import io.kubefate.server.kubernetes.sandbox.SandboxImages;
import io.kubefate.server.kubernetes.sandbox.SandboxKubernetes;
import io.kubefate.server.kubernetes.sandbox.SandboxPodAccess;
import io.kubefate.server.plugin.JarPolicy;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.registry.Registries;
import io.kubefate.server.service.AutoReconcile;
import io.kubefate.server.service.ChartService;
import io.kubefate.server.service.CheckService;
import io.kubefate.server.service.ClusterPlanner;
import io.kubefate.server.service.ClusterService;
import io.kubefate.server.service.DriftService;
import io.kubefate.server.service.ImageService;
import io.kubefate.server.service.JobFeed;
import io.kubefate.server.service.JobIntake;
import io.kubefate.server.service.JobService;
import io.kubefate.server.service.Masking;
import io.kubefate.server.service.NamespaceService;
import io.kubefate.server.service.PluginReleases;
import io.kubefate.server.service.ProvisioningService;
import io.kubefate.server.service.RevisionService;
import io.kubefate.server.service.RollbackService;
import io.kubefate.server.service.SpecIntake;
import io.kubefate.server.service.UpgradeSteps;
import io.kubefate.server.service.access.ClusterAccess;
import io.kubefate.server.service.plugin.InboxRules;
import io.kubefate.server.service.plugin.PluginCache;
import io.kubefate.server.service.plugin.PluginChanges;
import io.kubefate.server.service.plugin.PluginFollower;
import io.kubefate.server.service.plugin.PluginInbox;
import io.kubefate.server.service.plugin.PluginReplica;
import io.kubefate.server.service.plugin.PluginService;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.PluginStore;
import io.kubefate.server.store.StorePlugin;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the parts of the service, on one screen: who is made of whom. */
final class Wiring {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    /** How long a pod of the sandbox takes to start: long enough to be seen. */
    private static final Duration SANDBOX_START = Duration.ofSeconds(2);

    /** How long changes of clusters are gathered before they are looked at. */
    private static final Duration FLEET_PAUSE = Duration.ofSeconds(1);

    private static final Duration FEED_INTERVAL = Duration.ofMillis(500);

    /** Shorter than the 30 seconds after which our own server takes a silent connection for a dead one. */
    private static final Duration FEED_PULSE = Duration.ofSeconds(15);

    private final ServerConfiguration configuration;
    private final Environment environment;
    private final ManagedResources resources;

    Wiring(ServerConfiguration configuration, Environment environment) {
        this.configuration = configuration;
        this.environment = environment;
        this.resources = new ManagedResources(environment.lifecycle());
    }

    /** {@return what answers requests; runs and stops with the service} */
    Services services() {
        Clock clock = Clock.systemUTC();
        Jdbi jdbi = jdbi();
        ClusterStore clusters = new ClusterStore(jdbi);
        JobStore jobs = new JobStore(jdbi);

        PluginHost host = resources.keep(new PluginHost(SpiVersion.CURRENT, SpecValidator::new, policy()));
        PluginService plugins = plugins(jdbi, host, clock);
        Kubernetes kubernetes = resources.keep(kubernetes());

        Duration timeLimit = configuration.jobs().timeLimit().toJavaDuration();
        JobRunner runner =
                resources.keep(new JobRunner(clusters, jobs, kubernetes, clock, runnerSettings()), JobRunner::start);
        SpecIntake specs = new SpecIntake(new PluginReleases(host::use));
        UpgradeSteps upgrades = new UpgradeSteps(clusters, specs);
        ClusterPlanner planner = new ClusterPlanner(clusters, kubernetes);
        JobIntake intake = new JobIntake(clusters, planner, runner::wake, clock, timeLimit);
        RollbackService rollbacks = new RollbackService(clusters, specs, planner, intake);
        DriftService drifts = new DriftService(clusters, kubernetes, rollbacks);
        Fleet fleet = resources.keep(
                new Fleet(clusters, kubernetes, clock, FLEET_PAUSE, new AutoReconcile(drifts, specs, clock)),
                Fleet::start);
        measure(fleet);
        return new Services(
                new ClusterService(clusters, kubernetes, specs, fleet::observation, planner, intake),
                new ProvisioningService(clusters, specs, upgrades, planner, intake),
                new RevisionService(clusters, specs),
                rollbacks,
                drifts,
                new CheckService(clusters, specs, runner::wake, clock, timeLimit),
                images(specs, upgrades, kubernetes),
                new JobService(jobs, feed(jobs), clock),
                new ChartService(host::catalog, plugins),
                plugins,
                new NamespaceService(kubernetes, clock),
                new Masking(clusters, specs),
                access(kubernetes, clusters));
    }

    private Jdbi jdbi() {
        DatabaseConfiguration database = configuration.database();
        DataSourceFactory pool = database.pool();
        ManagedDataSource connections = pool.build(environment.metrics(), "database");
        new Database(connections, database.url()).migrate();
        return new JdbiFactory()
                .build(environment, pool, connections, "database")
                .installPlugin(new StorePlugin());
    }

    /** What a monitoring system wants to know of all clusters; on the admin port, below {@code /metrics}. */
    private void measure(Fleet fleet) {
        MetricRegistry metrics = environment.metrics();
        metrics.gauge(
                "clusters.unavailable",
                () -> () -> fleet.observations().values().stream()
                        .filter(observation -> !observation.reasons().isEmpty())
                        .count());
        metrics.gauge(
                "clusters.drifted",
                () -> () -> fleet.observations().values().stream()
                        .filter(observation -> !observation.drift().changes().isEmpty())
                        .count());
        metrics.gauge(
                "clusters.drift",
                () -> () -> fleet.observations().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().drift().changes().size())));
    }

    private ClusterAccess access(Kubernetes kubernetes, ClusterStore clusters) {
        PodAccess pods = resources.keep(
                switch (configuration.kubernetes().mode()) {
                    case AUTO -> FabricPodAccess.connect();
                    case SANDBOX -> new SandboxPodAccess(kubernetes);
                });
        ExecutorService conversations = environment
                .lifecycle()
                .executorService("pod-access-%d")
                .minThreads(0)
                .maxThreads(Integer.MAX_VALUE)
                .workQueue(new SynchronousQueue<>())
                .build();
        return ClusterAccess.of(clusters::find, pods, conversations);
    }

    private ImageService images(SpecIntake specs, UpgradeSteps upgrades, Kubernetes kubernetes) {
        Registries registries = new Registries(configuration.registries().insecureHosts(), Registries.Limits.usual());
        return new ImageService(specs, upgrades::known, kubernetes, registries);
    }

    private PluginService plugins(Jdbi jdbi, PluginHost host, Clock clock) {
        PluginsConfiguration jars = configuration.plugins();
        PluginStore store = new PluginStore(jdbi);
        PluginCache cache = new PluginCache(jars.cache(), store, jars.maxSize().toBytes());
        PluginReplica replica = new PluginReplica(store, cache, host);
        PluginChanges changes = new PluginChanges(store, host, replica, clock);
        InboxRules rules = new InboxRules(store, cache, replica, changes);
        PluginInbox inbox = new PluginInbox(jars.directory(), rules, replica);
        resources.keep(new PluginFollower(replica, inbox, jars.pollInterval().toJavaDuration()), PluginFollower::start);
        return new PluginService(cache, replica, inbox, changes, new ClusterStore(jdbi));
    }

    /** The streams end before the server waits for its requests to end, not only after it. */
    private JobFeed feed(JobStore jobs) {
        JobFeed feed = resources.keep(new JobFeed(jobs, FEED_INTERVAL, FEED_PULSE), JobFeed::start);
        environment.lifecycle().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle server) {
                feed.close();
            }
        });
        return feed;
    }

    private JarPolicy policy() {
        PluginsConfiguration jars = configuration.plugins();
        return JarPolicy.of(jars.maxSize().toBytes(), jars.trustedCertificates());
    }

    private RunnerSettings runnerSettings() {
        return new RunnerSettings(
                configuration.jobs().parallel(),
                configuration.jobs().lease().toJavaDuration(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3));
    }

    private Kubernetes kubernetes() {
        return switch (configuration.kubernetes().mode()) {
            case AUTO -> FabricKubernetes.connect();
            case SANDBOX -> {
                LOG.warn("sandbox: no container runs, everything is in memory");
                yield new SandboxKubernetes(SANDBOX_START, SandboxImages.available());
            }
        };
    }
}
