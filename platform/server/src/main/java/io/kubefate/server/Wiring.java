package io.kubefate.server;

import static java.util.Objects.requireNonNull;

import io.dropwizard.core.setup.Environment;
import io.kubefate.server.configuration.JobsConfiguration;
import io.kubefate.server.configuration.Readiness;
import io.kubefate.server.configuration.RegistriesConfiguration;
import io.kubefate.server.configuration.RequestsConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.engine.fleet.Fleet;
import io.kubefate.server.engine.job.JobListener;
import io.kubefate.server.engine.job.JobRunner;
import io.kubefate.server.engine.job.RunnerSettings;
import io.kubefate.server.http.PluginsBeforeRequests;
import io.kubefate.server.http.RequestLimits;
import io.kubefate.server.http.Services;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.registry.Registries;
import io.kubefate.server.service.DiagnosisService;
import io.kubefate.server.service.Masking;
import io.kubefate.server.service.NamespaceService;
import io.kubefate.server.service.access.ClusterAccess;
import io.kubefate.server.service.cluster.AdoptableReleases;
import io.kubefate.server.service.cluster.AdoptionService;
import io.kubefate.server.service.cluster.AutoReconcile;
import io.kubefate.server.service.cluster.CheckService;
import io.kubefate.server.service.cluster.ClusterPlanner;
import io.kubefate.server.service.cluster.ClusterService;
import io.kubefate.server.service.cluster.DriftService;
import io.kubefate.server.service.cluster.JobIntake;
import io.kubefate.server.service.cluster.ProvisioningService;
import io.kubefate.server.service.cluster.RestartService;
import io.kubefate.server.service.cluster.RevisionService;
import io.kubefate.server.service.cluster.RollbackService;
import io.kubefate.server.service.federation.FederationService;
import io.kubefate.server.service.image.ImageService;
import io.kubefate.server.service.job.JobFeed;
import io.kubefate.server.service.job.JobService;
import io.kubefate.server.service.plugin.ChartService;
import io.kubefate.server.service.spec.MemberReader;
import io.kubefate.server.service.spec.PluginReleases;
import io.kubefate.server.service.spec.ReleaseFiles;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.service.spec.UpgradeSteps;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.Encryption;
import io.kubefate.server.store.FederationStore;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.ListStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jdbi.v3.core.Jdbi;

/** Wires the parts of the service on one screen: which object is constructed from which others. */
final class Wiring {

    /** How long changes of clusters are collected before the fleet checks them. */
    private static final Duration FLEET_PAUSE = Duration.ofSeconds(1);

    private static final Duration FEED_INTERVAL = Duration.ofMillis(500);

    /** Shorter than the 30 seconds after which the server closes an idle connection. */
    private static final Duration FEED_PULSE = Duration.ofSeconds(15);

    private final ServerConfiguration configuration;
    private final Environment environment;
    private final ManagedResources resources;
    private final Clock clock = Clock.systemUTC();
    private final MetricsWiring metrics;

    Wiring(ServerConfiguration configuration, Environment environment) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.environment = requireNonNull(environment, "environment is null");
        this.resources = new ManagedResources(environment.lifecycle());
        this.metrics = new MetricsWiring(environment, clock);
    }

    /** Creates the services for requests; they start and stop with the server. */
    Services services(KubernetesWiring connection) {
        DatabaseWiring database = DatabaseWiring.of(configuration, environment, resources);
        Jdbi jdbi = database.jdbi();
        ClusterStore clusters = new ClusterStore(jdbi);
        JobStore jobs = new JobStore(jdbi);
        AuditWiring audit = AuditWiring.of(configuration.audit(), jdbi, clock, resources);
        PluginWiring plugins = plugins(jdbi, audit);
        IdentityWiring identity = IdentityWiring.of(configuration, jdbi, clock, resources);
        Kubernetes kubernetes = resources.keep(connection.kubernetes());
        JobRunner runner = runner(clusters, jobs, kubernetes, database, audit);
        SpecIntake specs = new SpecIntake(new PluginReleases(plugins::use));
        UpgradeSteps upgrades = new UpgradeSteps(clusters, specs);
        ClusterPlanner planner = new ClusterPlanner(clusters, kubernetes);
        JobIntake intake = new JobIntake(clusters, planner, runner::wake, database.clock(), timeLimit());
        RollbackService rollbacks = new RollbackService(clusters, kubernetes, specs, planner, intake);
        DriftService drifts = new DriftService(clusters, kubernetes, rollbacks, intake);
        return new Services(
                clusters(jdbi, kubernetes, specs, fleet(clusters, kubernetes, drifts, specs, audit), planner, intake),
                warmedUp(new ProvisioningService(clusters, specs, upgrades, planner, intake), plugins),
                new RevisionService(clusters, specs),
                rollbacks,
                drifts,
                adoptions(clusters, kubernetes, specs, planner, intake),
                new CheckService(clusters, specs, intake),
                new RestartService(clusters, kubernetes, clock),
                new FederationService(new FederationStore(jdbi), new MemberReader(specs)),
                new ImageService(specs, upgrades::known, kubernetes, registries()),
                new JobService(jobs, new ListStore(jdbi), feed(jobs), database.clock()),
                new ChartService(plugins.host()::catalog, plugins.service()),
                plugins.service(),
                new NamespaceService(kubernetes, clock),
                diagnosis(health(jdbi, plugins, kubernetes), kubernetes, plugins, identity, database.encryption()),
                audit.service(),
                identity.logins(),
                identity.authentication(),
                limits(),
                new Masking(clusters),
                ClusterAccess.of(clusters::find, resources.keep(connection.pods()), conversations()),
                identity.services());
    }

    private static ClusterService clusters(
            Jdbi jdbi, Kubernetes kubernetes, SpecIntake specs, Fleet fleet, ClusterPlanner planner, JobIntake intake) {
        return new ClusterService(
                new ClusterStore(jdbi), new ListStore(jdbi), kubernetes, specs, fleet::observation, planner, intake);
    }

    private PluginWiring plugins(Jdbi jdbi, AuditWiring audit) {
        PluginWiring plugins = PluginWiring.of(configuration.plugins(), jdbi, audit.service(), clock, resources);
        environment.jersey().register(new PluginsBeforeRequests(plugins.follower()::awaitStart));
        return plugins;
    }

    private static AdoptionService adoptions(
            ClusterStore clusters, Kubernetes kubernetes, SpecIntake specs, ClusterPlanner planner, JobIntake intake) {
        ReleaseFiles files = new ReleaseFiles(specs);
        return new AdoptionService(clusters, new AdoptableReleases(kubernetes, files), files, specs, planner, intake);
    }

    /** In a namespace in which the service has no permissions, the example can only be rendered. */
    private ProvisioningService warmedUp(ProvisioningService provisioning, PluginWiring plugins) {
        boolean everywhere = configuration.kubernetes().namespaceNames().isEmpty();
        environment
                .healthChecks()
                .register(
                        Readiness.WARM_UP,
                        new WarmUp(plugins::example, everywhere ? provisioning::plan : provisioning::dryRun));
        return provisioning;
    }

    private Fleet fleet(
            ClusterStore clusters, Kubernetes kubernetes, DriftService drifts, SpecIntake specs, AuditWiring audit) {
        AutoReconcile reconcile = new AutoReconcile(drifts, specs, audit.service(), clock);
        Fleet fleet = resources.keep(new Fleet(clusters, kubernetes, clock, FLEET_PAUSE, reconcile), Fleet::start);
        metrics.fleet(fleet);
        return fleet;
    }

    /** Creates the health checks, and publishes what they and other parts know about the state of the service. */
    private HealthWiring health(Jdbi jdbi, PluginWiring plugins, Kubernetes kubernetes) {
        HealthWiring health = new HealthWiring(environment.healthChecks(), kubernetes);
        metrics.dependencies(health);
        metrics.counts(jdbi, resources);
        metrics.plugins(plugins.host()::catalog);
        metrics.storage(configuration.database()::freeBytes);
        return health;
    }

    private DiagnosisService diagnosis(
            HealthWiring health,
            Kubernetes kubernetes,
            PluginWiring plugins,
            IdentityWiring identity,
            Encryption encryption) {
        return new DiagnosisService(
                health::databaseFailure,
                kubernetes,
                plugins.service()::list,
                identity.logins().password()::warning,
                () -> EncryptionWiring.warning(encryption));
    }

    private JobRunner runner(
            ClusterStore clusters, JobStore jobs, Kubernetes kubernetes, DatabaseWiring database, AuditWiring audit) {
        JobListener listener = audit.jobLog().and(metrics.jobs());
        JobRunner runner = new JobRunner(clusters, jobs, kubernetes, database.clock(), runnerSettings(), listener);
        return resources.keep(runner, JobRunner::start);
    }

    private Duration timeLimit() {
        return configuration.jobs().timeLimit().toJavaDuration();
    }

    private RunnerSettings runnerSettings() {
        JobsConfiguration jobs = configuration.jobs();
        return new RunnerSettings(
                jobs.parallel(), jobs.lease().toJavaDuration(), Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    private RequestLimits limits() {
        RequestsConfiguration requests = configuration.requests();
        return new RequestLimits(
                requests.maxConnections(),
                requests.headerTimeLimit().toJavaDuration(),
                (int) requests.maxBodies().toBytes(),
                requests.bodyTimeLimit().toJavaDuration(),
                requests.minBodyRate().toBytes(),
                configuration.plugins().maxSize().toBytes(),
                requests.maxStreams(),
                requests.maxStreamsPerUser(),
                configuration.database()::storageProblem,
                requests.isTrustedProxy());
    }

    private Registries registries() {
        RegistriesConfiguration registries = configuration.registries();
        return new Registries(registries.insecureHosts(), registries.listedHosts(), Registries.Limits.usual());
    }

    /** Closes streams before the server waits for its requests to end. */
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

    /** Returns an executor with a thread for each log, command and event stream. */
    private ExecutorService conversations() {
        return environment
                .lifecycle()
                .executorService("pod-access-%d")
                .minThreads(0)
                .maxThreads(Integer.MAX_VALUE)
                .workQueue(new SynchronousQueue<>())
                .build();
    }
}
