package io.kubefate.server;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.jdbi3.JdbiFactory;
import io.kubefate.server.command.ImagesCommand;
import io.kubefate.server.command.PluginCommand;
import io.kubefate.server.command.RenderCommand;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.EnvironmentSubstitutor;
import io.kubefate.server.configuration.KubernetesConfiguration;
import io.kubefate.server.configuration.PluginsConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.engine.fleet.Fleet;
import io.kubefate.server.engine.job.JobRunner;
import io.kubefate.server.engine.job.RunnerSettings;
import io.kubefate.server.http.Api;
import io.kubefate.server.kubernetes.FabricKubernetes;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.SandboxKubernetes;
import io.kubefate.server.kubernetes.access.FabricPodAccess;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.SandboxPodAccess;
import io.kubefate.server.plugin.JarPolicy;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.registry.Registries;
import io.kubefate.server.service.AutoReconcile;
import io.kubefate.server.service.ChartService;
import io.kubefate.server.service.CheckService;
import io.kubefate.server.service.ClusterPlanning;
import io.kubefate.server.service.ClusterService;
import io.kubefate.server.service.DriftService;
import io.kubefate.server.service.ImageService;
import io.kubefate.server.service.JobFeed;
import io.kubefate.server.service.JobService;
import io.kubefate.server.service.Masking;
import io.kubefate.server.service.NamespaceService;
import io.kubefate.server.service.PluginReleases;
import io.kubefate.server.service.RevisionService;
import io.kubefate.server.service.SpecCheck;
import io.kubefate.server.service.UpdateIntake;
import io.kubefate.server.service.UpdateService;
import io.kubefate.server.service.UpgradeSteps;
import io.kubefate.server.service.access.ClusterAccess;
import io.kubefate.server.service.plugin.InboxRules;
import io.kubefate.server.service.plugin.PluginCache;
import io.kubefate.server.service.plugin.PluginChanges;
import io.kubefate.server.service.plugin.PluginFollower;
import io.kubefate.server.service.plugin.PluginInbox;
import io.kubefate.server.service.plugin.PluginReplica;
import io.kubefate.server.service.plugin.PluginService;
import io.kubefate.server.spec.SpecValidator;
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

/** The service: reads the configuration and wires its parts, all of them here. */
public final class KubefateServer extends Application<ServerConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(KubefateServer.class);

    /** How long a pod of the sandbox takes to start: long enough to be seen. */
    private static final Duration SANDBOX_START = Duration.ofSeconds(2);

    /** How long changes of clusters are gathered before they are looked at. */
    private static final Duration FLEET_PAUSE = Duration.ofSeconds(1);

    private static final Duration FEED_INTERVAL = Duration.ofMillis(500);

    /** Shorter than the 30 seconds after which our own server takes a silent connection for a dead one. */
    private static final Duration FEED_PULSE = Duration.ofSeconds(15);

    /**
     * Starts the service or runs a command.
     *
     * @param arguments {@code server FILE}, {@code render -f FILE}, {@code images -f FILE}, {@code plugin new FOLDER} or {@code --help}
     * @throws Exception what cannot be reported otherwise
     */
    public static void main(String[] arguments) throws Exception {
        new KubefateServer().run(arguments);
    }

    @Override
    public String getName() {
        return "kubefate-server";
    }

    @Override
    public void initialize(Bootstrap<ServerConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentSubstitutor(System::getenv)));
        bootstrap.addCommand(new RenderCommand(System.out, System.err));
        bootstrap.addCommand(new ImagesCommand(System.out, System.err));
        bootstrap.addCommand(
                new PluginCommand(System.out, System.err, Version.current().substring(1)));
    }

    @Override
    public void run(ServerConfiguration configuration, Environment environment) {
        warnOfKnownPassword(configuration);
        Clock clock = Clock.systemUTC();
        Resources resources = new Resources(environment.lifecycle());
        Jdbi jdbi = jdbi(configuration.database(), environment);
        ClusterStore clusters = new ClusterStore(jdbi);
        JobStore jobs = new JobStore(jdbi);

        PluginHost host =
                resources.keep(new PluginHost(SpiVersion.CURRENT, SpecValidator::new, policy(configuration.plugins())));
        PluginService plugins = plugins(configuration.plugins(), jdbi, host, resources, clock);
        Kubernetes kubernetes =
                resources.keep(kubernetes(configuration.kubernetes().mode()));

        Duration timeLimit = configuration.jobs().timeLimit().toJavaDuration();
        JobRunner runner = resources.keep(
                new JobRunner(clusters, jobs, kubernetes, clock, runnerSettings(configuration)), JobRunner::start);
        SpecCheck specs = new SpecCheck(new PluginReleases(host::use));
        UpgradeSteps upgrades = new UpgradeSteps(clusters, specs);
        ClusterPlanning planning = new ClusterPlanning(clusters, kubernetes);
        UpdateIntake intake = new UpdateIntake(clusters, runner::wake, clock, timeLimit);
        RevisionService revisions = new RevisionService(clusters, specs, planning, intake);
        DriftService drifts = new DriftService(clusters, kubernetes, specs, revisions);
        Fleet fleet = resources.keep(
                new Fleet(clusters, kubernetes, clock, FLEET_PAUSE, new AutoReconcile(drifts, specs, clock)),
                Fleet::start);
        measure(fleet, environment.metrics());
        Api.register(
                environment,
                configuration,
                new ClusterService(clusters, kubernetes, specs, fleet::observation, runner::wake, clock, timeLimit),
                new UpdateService(clusters, specs, upgrades, planning, intake),
                revisions,
                drifts,
                new CheckService(clusters, specs, runner::wake, clock, timeLimit),
                images(configuration, specs, upgrades, kubernetes),
                new JobService(jobs, feed(jobs, environment, resources), clock),
                new ChartService(host::catalog, plugins),
                plugins,
                new NamespaceService(kubernetes, clock),
                new Masking(clusters, specs),
                access(configuration.kubernetes().mode(), environment, resources, kubernetes, clusters),
                Version.current());
    }

    private static Jdbi jdbi(DatabaseConfiguration database, Environment environment) {
        DataSourceFactory pool = database.pool();
        ManagedDataSource connections = pool.build(environment.metrics(), "database");
        new Database(connections, database.url()).migrate();
        return new JdbiFactory()
                .build(environment, pool, connections, "database")
                .installPlugin(new StorePlugin());
    }

    /** What a monitoring system wants to know of all clusters; on the admin port, below {@code /metrics}. */
    private static void measure(Fleet fleet, MetricRegistry metrics) {
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

    private static ClusterAccess access(
            KubernetesConfiguration.Mode mode,
            Environment environment,
            Resources resources,
            Kubernetes kubernetes,
            ClusterStore clusters) {
        PodAccess pods = resources.keep(
                switch (mode) {
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

    private static void warnOfKnownPassword(ServerConfiguration configuration) {
        if (configuration.user().password().equals("admin")
                && configuration.user().passwordHash().isEmpty()) {
            LOG.warn("the password is admin, which everybody knows: set FATECLOUD_USER_PASSWORD");
        }
    }

    private static ImageService images(
            ServerConfiguration configuration, SpecCheck specs, UpgradeSteps upgrades, Kubernetes kubernetes) {
        Registries registries = new Registries(configuration.registries().insecureHosts(), Registries.Limits.usual());
        return new ImageService(specs, upgrades::known, kubernetes, registries);
    }

    private static PluginService plugins(
            PluginsConfiguration configuration, Jdbi jdbi, PluginHost host, Resources resources, Clock clock) {
        PluginStore store = new PluginStore(jdbi);
        PluginCache cache = new PluginCache(
                configuration.cache(), store, configuration.maxSize().toBytes());
        PluginReplica replica = new PluginReplica(store, cache, host);
        PluginChanges changes = new PluginChanges(store, host, replica, clock);
        InboxRules rules = new InboxRules(store, cache, replica, changes);
        PluginInbox inbox = new PluginInbox(configuration.directory(), rules, replica);
        resources.keep(
                new PluginFollower(replica, inbox, configuration.pollInterval().toJavaDuration()),
                PluginFollower::start);
        return new PluginService(cache, replica, inbox, changes, new ClusterStore(jdbi));
    }

    /** The streams end before the server waits for its requests to end, not only after it. */
    private static JobFeed feed(JobStore jobs, Environment environment, Resources resources) {
        JobFeed feed = resources.keep(new JobFeed(jobs, FEED_INTERVAL, FEED_PULSE), JobFeed::start);
        environment.lifecycle().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle server) {
                feed.close();
            }
        });
        return feed;
    }

    private static JarPolicy policy(PluginsConfiguration jars) {
        return JarPolicy.of(jars.maxSize().toBytes(), jars.trustedCertificates());
    }

    private static RunnerSettings runnerSettings(ServerConfiguration configuration) {
        return new RunnerSettings(
                configuration.jobs().parallel(),
                configuration.jobs().lease().toJavaDuration(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3));
    }

    private static Kubernetes kubernetes(KubernetesConfiguration.Mode mode) {
        return switch (mode) {
            case AUTO -> FabricKubernetes.connect();
            case SANDBOX -> {
                LOG.warn("sandbox: no container runs, everything is in memory");
                yield new SandboxKubernetes(SANDBOX_START);
            }
        };
    }
}
