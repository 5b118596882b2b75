package io.kubefate.server.engine.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.NamespaceClient;
import io.kubefate.server.kubernetes.NamespaceView;
import io.kubefate.server.kubernetes.ObjectClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The objects that a job reads and writes. Checks the lease of the job right before each write or group of writes, so that a runner that
 * was paused and has lost it writes nothing.
 *
 * @param lease throws {@link LeaseLostException} if the runner has no longer the lease
 */
record FencedObjects(Kubernetes kubernetes, Runnable lease) implements ObjectClient, NamespaceClient {

    FencedObjects {
        requireNonNull(kubernetes, "kubernetes is null");
        requireNonNull(lease, "lease is null");
    }

    @Override
    public List<NamespaceView> namespaces() {
        return kubernetes.namespaces();
    }

    @Override
    public boolean createNamespace(String name) {
        lease.run();
        return kubernetes.createNamespace(name);
    }

    @Override
    public List<Manifest> find(Collection<ObjectRef> refs) {
        return kubernetes.find(refs);
    }

    @Override
    public List<Manifest> select(String namespace, String apiVersion, String kind, Map<String, String> labels) {
        return kubernetes.select(namespace, apiVersion, kind, labels);
    }

    @Override
    public void apply(Manifest object) {
        lease.run();
        kubernetes.apply(object);
    }

    @Override
    public void applyAll(List<Manifest> objects) {
        lease.run();
        kubernetes.applyAll(objects);
    }

    @Override
    public void replace(Manifest object) {
        lease.run();
        kubernetes.replace(object);
    }

    @Override
    public Map<ObjectRef, DryRunResult> dryRun(Collection<Manifest> objects) {
        return kubernetes.dryRun(objects);
    }

    @Override
    public void delete(Manifest live) {
        lease.run();
        kubernetes.delete(live);
    }

    @Override
    public void deleteAll(List<Manifest> live) {
        lease.run();
        kubernetes.deleteAll(live);
    }
}
