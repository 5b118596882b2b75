package io.kubefate.server.store;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.store.cluster.ClusterIdentity;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionOrigin;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.cluster.StoredRelease;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobDefinition;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.RequestedCluster;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.row.JsonColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Rows for tests of what uses the store. */
public final class TestRows {

    public static final StoredRelease RELEASE = new StoredRelease("fate", "v1.5.0", "eggroll");

    private TestRows() {}

    /** Returns a cluster, Pending, in the namespace of its name. */
    public static ClusterRecord cluster(String name, String spec, Instant at) {
        return cluster(name, name, spec, at);
    }

    public static ClusterRecord cluster(String name, String namespace, String spec, Instant at) {
        return ClusterRecord.pending(
                new ClusterIdentity(UUID.randomUUID().toString(), name, namespace), RELEASE, spec, at);
    }

    /** Returns the first revision of a cluster, with the time of the cluster. */
    public static RevisionRecord revision(ClusterRecord cluster, String manifests, String plugin) {
        return new RevisionRecord(
                cluster.uuid(),
                1,
                cluster.spec().value(),
                manifests,
                new RevisionOrigin(plugin, RELEASE, 0),
                "admin",
                cluster.times().createdAt());
    }

    /** Returns the JSON of a revision's objects. */
    public static String manifests(List<Manifest> objects) {
        return JsonColumn.write(objects.stream().map(Manifest::content).toList());
    }

    /** Returns the install of a cluster, with the time of the cluster. */
    public static JobRecord install(ClusterRecord cluster, Set<PlanOption> permissions, FailurePolicy onFailure) {
        return install(cluster, permissions, onFailure, Duration.ofHours(1));
    }

    public static JobRecord install(
            ClusterRecord cluster, Set<PlanOption> permissions, FailurePolicy onFailure, Duration timeLimit) {
        JobRequest request = JobRequest.change(requested(cluster), permissions, onFailure);
        return JobRecord.pending(
                job(cluster.uuid(), 1, JobMethod.ClusterInstall, request, timeLimit),
                cluster.times().createdAt());
    }

    public static JobDefinition job(
            String cluster, int revision, JobMethod method, JobRequest request, Duration timeLimit) {
        return new JobDefinition(UUID.randomUUID().toString(), cluster, revision, method, "tester", request, timeLimit);
    }

    public static RequestedCluster requested(ClusterRecord cluster) {
        return new RequestedCluster(
                cluster.name(),
                cluster.namespace(),
                cluster.chartName(),
                cluster.chartVersion(),
                cluster.spec().value(),
                false);
    }

    /** Accepts the install of a cluster without objects. */
    public static JobRecord accept(ClusterStore clusters, ClusterRecord cluster) {
        return clusters.acceptInstall(
                cluster,
                revision(cluster, "[]", "p@1"),
                install(cluster, Set.of(), FailurePolicy.KEEP),
                RequestConditions.NONE);
    }
}
