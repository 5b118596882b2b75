package io.kubefate.server.engine.job;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.server.engine.Owner;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.server.kubernetes.ObjectRef;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JsonColumn;
import io.kubefate.server.store.RevisionRecord;
import java.util.List;
import java.util.Map;

/** Makes of a job's row what is to be done. Everything comes from the stored revision; no plugin is needed. */
final class WorkFactory {

    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    private final ClusterStore clusters;
    private final Kubernetes kubernetes;

    WorkFactory(ClusterStore clusters, Kubernetes kubernetes) {
        this.clusters = clusters;
        this.kubernetes = kubernetes;
    }

    Work of(JobRecord job, Journal journal) {
        ClusterRecord cluster = clusters.find(job.clusterUuid())
                .orElseThrow(() -> new IllegalStateException("cluster " + job.clusterUuid() + " has no row"));
        Owner owner = new Owner(cluster.uuid(), cluster.name(), cluster.namespace());
        return switch (job.method()) {
            case ClusterInstall -> install(job, journal, owner);
            case ClusterDelete -> new DeleteWork(kubernetes, journal, owner, inventory(job), purge(job));
        };
    }

    private Work install(JobRecord job, Journal journal, Owner owner) {
        clusters.updateStatus(owner.clusterId(), ClusterStatus.Pending, ClusterStatus.Creating, journal.now());
        return new InstallWork(kubernetes, journal, job, owner, desired(owner, job));
    }

    private List<Manifest> desired(Owner owner, JobRecord job) {
        RevisionRecord revision = clusters.revision(job.clusterUuid(), job.revision())
                .orElseThrow(() -> new IllegalStateException("revision " + job.revision() + " has no row"));
        return objects(revision).stream()
                .map(object -> owner.mark(object, revision.number()))
                .toList();
    }

    private static boolean purge(JobRecord job) {
        return JsonColumn.read(job.args(), new TypeReference<DeleteArgs>() {}, new DeleteArgs(false))
                .purge();
    }

    private List<ObjectRef> inventory(JobRecord job) {
        return clusters.latestRevision(job.clusterUuid()).stream()
                .flatMap(revision -> objects(revision).stream())
                .map(Manifest::ref)
                .toList();
    }

    private static List<Manifest> objects(RevisionRecord revision) {
        return JsonColumn.read(revision.manifests(), OBJECTS, List.of()).stream()
                .map(Manifest::new)
                .toList();
    }
}
