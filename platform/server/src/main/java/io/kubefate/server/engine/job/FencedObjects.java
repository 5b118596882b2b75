package io.kubefate.server.engine.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.server.concurrent.Parallel;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.kubernetes.ObjectWriter;
import io.kubefate.server.store.ClusterStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The objects that a job reads and writes. Checks the lease of the job before each write and again when the request is sent, so that a
 * runner that was paused and has lost it writes nothing: every write throws {@link LeaseLostException} then.
 *
 * @param reader reads
 * @param writer checks the lease when it sends a request
 * @param late what was written although the lease was lost while the request was sent
 * @param parallel runs writes concurrently
 */
record FencedObjects(ObjectClient reader, ObjectWriter writer, HeldLease lease, LateObjects late, Parallel parallel)
        implements ObjectClient {

    FencedObjects {
        requireNonNull(reader, "reader is null");
        requireNonNull(writer, "writer is null");
        requireNonNull(lease, "lease is null");
        requireNonNull(late, "late is null");
        requireNonNull(parallel, "parallel is null");
    }

    static FencedObjects of(
            Kubernetes kubernetes, HeldLease lease, ClusterStore clusters, Owner owner, Parallel parallel) {
        return new FencedObjects(
                kubernetes,
                kubernetes.guarded(lease::recheck),
                lease,
                new LateObjects(clusters, kubernetes, owner),
                parallel);
    }

    @Override
    public boolean createNamespace(String name) {
        lease.check();
        return writer.createNamespace(name);
    }

    @Override
    public List<Manifest> find(Collection<ObjectRef> refs) {
        return reader.find(refs);
    }

    @Override
    public List<Manifest> select(String namespace, String apiVersion, String kind, Map<String, String> labels) {
        return reader.select(namespace, apiVersion, kind, labels);
    }

    @Override
    public void apply(Manifest object) {
        lease.check();
        send(object);
    }

    /**
     * Does the same as {@link #apply} with objects that do not depend on each other, at the same time. Ends when all calls have ended, with
     * the exception of the first object that failed.
     *
     * @param objects a few; each takes a thread and a connection
     */
    void applyAll(List<Manifest> objects) {
        writeAll(objects, this::send);
    }

    @Override
    public void replace(Manifest object) {
        lease.check();
        writer.replace(object);
    }

    @Override
    public Map<ObjectRef, DryRunResult> dryRun(Collection<Manifest> objects) {
        return reader.dryRun(objects);
    }

    @Override
    public void delete(Manifest live) {
        lease.check();
        writer.delete(live);
    }

    /** Does the same as {@link #delete} with a few objects at the same time, and ends as {@link #applyAll} does. */
    void deleteAll(List<Manifest> live) {
        writeAll(live, writer::delete);
    }

    private void writeAll(List<Manifest> objects, Consumer<Manifest> write) {
        lease.check();
        parallel.forEach(objects, write);
    }

    /** A process can be paused at any time, also after the writer has checked the lease. */
    private void send(Manifest object) {
        writer.apply(object);
        try {
            lease.recheck();
        } catch (LeaseLostException e) {
            late.remove(object);
            throw e;
        }
    }
}
