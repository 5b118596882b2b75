package io.kubefate.server.service;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.DryRun;
import io.kubefate.api.Job;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.health.ClusterCondition;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.Planner;
import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.engine.fleet.Observation;
import io.kubefate.server.engine.job.DeleteArgs;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.JobMethod;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JsonColumn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be asked of clusters. */
public class ClusterService {

    private final ClusterStore clusters;
    private final Kubernetes kubernetes;
    private final SpecIntake specs;
    private final Function<String, Optional<Observation>> observations;
    private final Runnable jobAccepted;
    private final Clock clock;
    private final Duration defaultTimeLimit;

    /**
     * A service.
     *
     * @param clusters where clusters are
     * @param kubernetes where they run
     * @param specs checks and renders what is asked for
     * @param observations what is known of an installed cluster, by id
     * @param jobAccepted called after each new job was stored
     * @param clock the time
     * @param defaultTimeLimit how long a job may take when its request does not say
     */
    public ClusterService(
            ClusterStore clusters,
            Kubernetes kubernetes,
            SpecIntake specs,
            Function<String, Optional<Observation>> observations,
            Runnable jobAccepted,
            Clock clock,
            Duration defaultTimeLimit) {
        this.clusters = clusters;
        this.kubernetes = kubernetes;
        this.specs = specs;
        this.observations = observations;
        this.jobAccepted = jobAccepted;
        this.clock = clock;
        this.defaultTimeLimit = defaultTimeLimit;
    }

    /**
     * Accepts an install: checks everything that can be checked at once, then stores cluster, revision and job.
     *
     * @param args what to install
     * @param user who asks
     * @return the new job and the warnings
     * @throws KubefateException {@code INVALID_REQUEST}, {@code INVALID_SPEC}, {@code UNKNOWN_RELEASE}, {@code PLUGIN_FAILED},
     *     {@code ALREADY_EXISTS}, {@code OWNED_BY_ANOTHER}, or a failure of Kubernetes or the database
     */
    public AcceptedInstall install(ClusterArgs args, String user) {
        AcceptedSpec checked = specs.check(args);
        Owner owner = new Owner(
                UUID.randomUUID().toString(),
                checked.spec().name(),
                checked.spec().namespace());
        refuseConflicts(owner, checked.objects(), args.cover());
        Instant now = clock.instant();
        ClusterRecord cluster = ClusterRecord.pending(
                owner.clusterId(),
                owner.name(),
                owner.namespace(),
                checked.key().chartName(),
                checked.key().chartVersion(),
                checked.key().engine(),
                checked.text(),
                now);
        JobRecord job = clusters.acceptInstall(
                cluster, checked.revision(owner.clusterId(), 1, user, now), installJob(owner, args, user, now));
        jobAccepted.run();
        return new AcceptedInstall(JobAnswer.of(job, List.of()), SpecProblems.of(checked.warnings()));
    }

    /**
     * Checks and renders like {@link #install}, and stores nothing.
     *
     * @param args what would be installed
     * @return the objects and warnings
     * @throws KubefateException as {@link #install}, but for what only Kubernetes or the database knows
     */
    public DryRun dryRun(ClusterArgs args) {
        AcceptedSpec checked = specs.check(args);
        return new DryRun(ManifestWriter.yaml(checked.objects()), SpecProblems.of(checked.warnings()));
    }

    /**
     * Lists clusters as stored. The stored status follows Kubernetes; how closely, says the time of observation.
     *
     * @param deletedToo whether deleted ones are listed too
     * @return newest last, without live state
     */
    public List<Cluster> list(boolean deletedToo) {
        return clusters.list(deletedToo).stream()
                .map(cluster -> ClusterAnswer.of(cluster, observations.apply(cluster.uuid())))
                .toList();
    }

    /**
     * One cluster with its live state.
     *
     * @param uuid its id
     * @return the cluster
     * @throws KubefateException {@code NOT_FOUND}, or a failure of Kubernetes
     */
    public Cluster describe(String uuid) {
        ClusterRecord cluster = find(uuid);
        ClusterHealth health = kubernetes.observe(cluster.namespace(), cluster.uuid());
        ClusterCondition condition = ClusterCondition.of(expected(cluster), health);
        Map<String, Object> spec = specs.read(cluster.spec()).values();
        return ClusterAnswer.of(
                cluster,
                status(cluster, condition),
                spec,
                ClusterAnswer.info(health, condition),
                observations.apply(uuid));
    }

    /** {@return what an installed cluster is to have; nothing of one that was never ready} */
    private List<Manifest> expected(ClusterRecord cluster) {
        return cluster.status().isInstalled()
                ? clusters.revision(cluster.uuid(), cluster.revision())
                        .map(revision -> revision.target(cluster.owner()).objects())
                        .orElse(List.of())
                : List.of();
    }

    /**
     * Accepts a delete.
     *
     * @param uuid the cluster's id
     * @param purge whether claims and their data go too
     * @param user who asks
     * @return the new job, Pending
     * @throws KubefateException {@code NOT_FOUND}, {@code JOB_ACTIVE}
     */
    public Job delete(String uuid, boolean purge, String user) {
        ClusterRecord cluster = find(uuid);
        JobRecord job = clusters.acceptDelete(JobRecord.pending(
                UUID.randomUUID().toString(),
                uuid,
                cluster.revision(),
                JobMethod.ClusterDelete,
                user,
                JsonColumn.write(new DeleteArgs(purge)),
                false,
                false,
                defaultTimeLimit,
                clock.instant()));
        jobAccepted.run();
        return JobAnswer.of(job, List.of());
    }

    private ClusterRecord find(String uuid) {
        return clusters.find(uuid).orElseThrow(KubefateException::notFound);
    }

    /** A cluster that was ready once is Running while all of it is ready, Unavailable otherwise. */
    private static ClusterStatus status(ClusterRecord cluster, ClusterCondition condition) {
        if (!cluster.status().isInstalled()) {
            return cluster.status();
        }
        return condition.isReady() ? ClusterStatus.Running : ClusterStatus.Unavailable;
    }

    private void refuseConflicts(Owner owner, List<Manifest> objects, boolean cover) {
        if (cover) {
            return;
        }
        List<Change> conflicts = Planner.careful(owner)
                .plan(objects, List.of(), new LiveStateReader(kubernetes).read(objects, List.of()))
                .conflicts();
        if (conflicts.isEmpty()) {
            return;
        }
        String objectsAndOwners = conflicts.stream().map(Change::text).collect(Collectors.joining("\n"));
        throw new KubefateException(
                ErrorCode.OWNED_BY_ANOTHER,
                "namespace " + owner.namespace()
                        + " has objects of somebody else; install into another namespace, or replace"
                        + " them with --cover:\n" + objectsAndOwners);
    }

    private JobRecord installJob(Owner owner, ClusterArgs args, String user, Instant now) {
        return JobRecord.pending(
                UUID.randomUUID().toString(),
                owner.clusterId(),
                1,
                JobMethod.ClusterInstall,
                user,
                JsonColumn.write(args),
                args.cover(),
                Boolean.TRUE.equals(args.rollbackOnFailure()),
                args.timeLimit() == null ? defaultTimeLimit : Duration.ofSeconds(args.timeLimit()),
                now);
    }
}
