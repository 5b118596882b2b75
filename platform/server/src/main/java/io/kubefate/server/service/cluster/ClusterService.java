package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.health.ClusterCondition;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.engine.RevisionMask;
import io.kubefate.server.engine.fleet.Observations;
import io.kubefate.server.kubernetes.ClusterHealthSource;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.StoredList;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.ListStore;
import io.kubefate.server.store.cluster.ClusterFilter;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterSort;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.ClusterVersion;
import io.kubefate.server.store.job.HistoryRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Lists, describes and deletes clusters. Needs no plugin. */
public final class ClusterService {

    private final ClusterStore clusters;
    private final ListStore lists;
    private final ClusterHealthSource health;
    private final SpecIntake specs;
    private final Observations observations;
    private final ClusterPlanner planner;
    private final JobIntake intake;

    /** @param observations the latest observation of an installed cluster, by id */
    public ClusterService(
            ClusterStore clusters,
            ListStore lists,
            ClusterHealthSource health,
            SpecIntake specs,
            Observations observations,
            ClusterPlanner planner,
            JobIntake intake) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.lists = requireNonNull(lists, "lists is null");
        this.health = requireNonNull(health, "health is null");
        this.specs = requireNonNull(specs, "specs is null");
        this.observations = requireNonNull(observations, "observations is null");
        this.planner = requireNonNull(planner, "planner is null");
        this.intake = requireNonNull(intake, "intake is null");
    }

    /**
     * Lists clusters as they are stored, by default newest last, without live state. The stored status follows Kubernetes with a delay; see the time of
     * observation.
     *
     * @param visible the namespaces whose clusters are listed
     */
    public ListPart<Cluster> list(boolean deletedToo, ListRequest request, Namespaces visible) {
        ListPart<ClusterRecord> part = request.isAll() && visible.all()
                ? ListPart.all(clusters.list(deletedToo))
                : search(deletedToo, request, visible);
        return part.map(records -> records.stream()
                .map(cluster -> ClusterAnswer.of(cluster, observations.find(cluster.uuid())))
                .toList());
    }

    private ListPart<ClusterRecord> search(boolean deletedToo, ListRequest request, Namespaces visible) {
        ClusterFilter filter = new ClusterFilter(
                deletedToo,
                request.constants("status", ClusterStatus.class),
                request.filter("name"),
                request.filter("namespace"),
                request.filter("chart"),
                request.text(),
                visible.restriction());
        return new StoredList<>(request.sortedBy(ClusterSort.COLUMNS), ClusterRecord::id)
                .part(
                        request,
                        range -> lists.clusters(filter, range),
                        range -> Optional.of(lists.countClusters(filter, range)));
    }

    /**
     * Returns a cluster with its live state.
     *
     * @throws KubefateException {@code NOT_FOUND}, or a failure of Kubernetes
     */
    public Cluster describe(String uuid) {
        ClusterRecord cluster = find(uuid);
        ClusterVersion version = clusters.requests().version(cluster);
        ClusterHealth now = health.observe(cluster.namespace(), cluster.uuid());
        ClusterCondition condition = condition(cluster, now);
        ClusterStatus status = status(cluster, condition);
        Map<String, Object> spec = specs.read(cluster.spec().value()).values();
        return ClusterAnswer.of(
                        cluster,
                        status,
                        spec,
                        Optional.of(ClusterAnswer.info(status, now, condition, messages(cluster, condition))),
                        observations.find(uuid))
                .toBuilder()
                .etag(version.tag())
                .build();
    }

    /** Returns what hides passwords in the reasons, which quote Kubernetes. */
    private UnaryOperator<String> messages(ClusterRecord cluster, ClusterCondition condition) {
        return condition.reasons().isEmpty()
                ? text -> text
                : RevisionMask.of(clusters.revisions(cluster.uuid(), cluster.revision()))::text;
    }

    /** While a job changes or has deleted the cluster, no object counts as missing. */
    private ClusterCondition condition(ClusterRecord cluster, ClusterHealth now) {
        return switch (cluster.status()) {
            case Running, Unavailable -> ClusterCondition.of(objects(cluster, cluster.revision()), now);
            case Failed -> ClusterCondition.ofFailedInstall(neverReady(cluster), now);
            case Pending, Creating, Updating, Deleting, Deleted -> ClusterCondition.of(List.of(), now);
        };
    }

    /** Returns the objects of the newest revision, if none was ever ready. */
    private List<Manifest> neverReady(ClusterRecord cluster) {
        return cluster.revision() > 0
                ? List.of()
                : clusters.history(cluster.uuid()).stream()
                        .max(Comparator.comparing(HistoryRecord::number))
                        .map(newest -> objects(cluster, newest.number()))
                        .orElse(List.of());
    }

    private List<Manifest> objects(ClusterRecord cluster, int revision) {
        return clusters.revision(cluster.uuid(), revision)
                .map(found -> found.target(cluster.owner()).objects())
                .orElse(List.of());
    }

    /**
     * Accepts a delete. An install, update or check of the cluster is stopped first; an install is undone. If the cluster is being deleted
     * with the same options, returns that job.
     *
     * @param purge whether claims are deleted, too, with their data
     * @return the job
     * @throws KubefateException {@code NOT_FOUND}, {@code PRECONDITION_FAILED}, {@code JOB_ACTIVE} if the cluster is being deleted with
     *     other options
     */
    public Job delete(String uuid, boolean purge, Submission submission) {
        return intake.acceptDelete(find(uuid), purge, submission);
    }

    /**
     * Plans a delete. Changes nothing.
     *
     * @param purge whether claims are deleted, too, with their data
     * @throws KubefateException {@code NOT_FOUND}, or a failure of Kubernetes
     */
    public ClusterPlan planDelete(String uuid, boolean purge) {
        ClusterRecord cluster = find(uuid);
        DesiredState nothing = new DesiredState(
                List.of(),
                List.of(),
                List.of(),
                List.of(specs.read(cluster.spec().value()).values()));
        Set<PlanOption> options =
                PlanOptions.builder().with(PlanOption.PURGE, purge).build();
        return PlanAnswer.of(planner.review(PlanRequest.of(Operation.DELETE, cluster, nothing, options)));
    }

    private ClusterRecord find(String uuid) {
        return clusters.find(uuid).orElseThrow(KubefateException::notFound);
    }

    /** Returns the status of an installed cluster: Running if all of it is ready, else Unavailable. */
    private static ClusterStatus status(ClusterRecord cluster, ClusterCondition condition) {
        if (!cluster.status().isInstalled()) {
            return cluster.status();
        }
        return condition.isReady() ? ClusterStatus.Running : ClusterStatus.Unavailable;
    }
}
