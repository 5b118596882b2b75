package io.kubefate.server.engine.job;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.server.engine.Owner;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.server.kubernetes.ObjectRef;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JsonColumn;
import io.kubefate.server.store.RevisionRecord;
import io.kubefate.server.store.Store;
import java.util.List;
import java.util.Map;

/** Makes of a job's row what is to be done. Everything comes from the stored revision; no plugin is needed. */
final class WorkFactory {

    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    private final Store store;
    private final Kubernetes kubernetes;

    WorkFactory(Store store, Kubernetes kubernetes) {
        this.store = store;
        this.kubernetes = kubernetes;
    }

    Work of(JobRecord job, Journal journal) {
        ClusterRecord cluster = store.findCluster(job.clusterUuid())
                .orElseThrow(() -> new IllegalStateException("cluster " + job.clusterUuid() + " has no row"));
        Owner owner = new Owner(cluster.uuid(), cluster.name(), cluster.namespace());
        return switch (job.method()) {
            case ClusterInstall -> new InstallWork(kubernetes, journal, job, owner, desired(owner, job));
            case ClusterDelete -> new DeleteWork(kubernetes, journal, owner, inventory(job), job.purge());
        };
    }

    private List<Manifest> desired(Owner owner, JobRecord job) {
        RevisionRecord revision = store.findRevision(job.clusterUuid(), job.revision())
                .orElseThrow(() -> new IllegalStateException("revision " + job.revision() + " has no row"));
        return objects(revision).stream().map(object -> owner.mark(object, revision.number())).toList();
    }

    private List<ObjectRef> inventory(JobRecord job) {
        return store.revisions(job.clusterUuid()).stream()
                .flatMap(revision -> objects(revision).stream())
                .map(Manifest::ref)
                .distinct()
                .toList();
    }

    private static List<Manifest> objects(RevisionRecord revision) {
        return JsonColumn.read(revision.manifests(), OBJECTS, List.of()).stream().map(Manifest::new).toList();
    }
}
