package io.kubefate.server;

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
import io.kubefate.server.engine.job.JobRunner;
import io.kubefate.server.engine.job.RunnerSettings;
import io.kubefate.server.http.Api;
import io.kubefate.server.kubernetes.FabricKubernetes;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.SandboxKubernetes;
import io.kubefate.server.plugin.JarPolicy;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.registry.Registries;
import io.kubefate.server.service.ChartService;
import io.kubefate.server.service.ClusterPlanning;
import io.kubefate.server.service.ClusterService;
import io.kubefate.server.service.ImageService;
import io.kubefate.server.service.JobService;
import io.kubefate.server.service.NamespaceService;
import io.kubefate.server.service.PluginReleases;
import io.kubefate.server.service.RevisionService;
import io.kubefate.server.service.SpecCheck;
import io.kubefate.server.service.UpdateIntake;
import io.kubefate.server.service.UpdateService;
import io.kubefate.server.service.UpgradeSteps;
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
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service: reads the configuration and wires its parts, all of them here. */
public final class KubefateServer extends Application<ServerConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(KubefateServer.class);

    /** How long a pod of the sandbox takes to start: long enough to be seen. */
    private static final Duration SANDBOX_START = Duration.ofSeconds(2);

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
        DatabaseConfiguration database = configuration.database();

        DataSourceFactory pool = database.pool();
        ManagedDataSource connections = pool.build(environment.metrics(), "database");
        new Database(connections, database.url()).migrate();
        Jdbi jdbi = new JdbiFactory()
                .build(environment, pool, connections, "database")
                .installPlugin(new StorePlugin());
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
        Api.register(
                environment,
                configuration,
                new ClusterService(clusters, kubernetes, specs, runner::wake, clock, timeLimit),
                new UpdateService(clusters, specs, upgrades, planning, intake),
                new RevisionService(clusters, specs, planning, intake),
                images(configuration, specs, upgrades, kubernetes),
                new JobService(jobs, clock),
                new ChartService(host::catalog, plugins),
                plugins,
                new NamespaceService(kubernetes, clock),
                Version.current());
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
