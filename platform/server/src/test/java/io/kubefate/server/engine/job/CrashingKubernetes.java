package io.kubefate.server.engine.job;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.ClusterFeed;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.NamespaceView;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.kubernetes.Watch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The process dies before or after a certain call: an Error that no code of ours catches ends the worker without cleaning up. */
final class CrashingKubernetes implements Kubernetes {

    /** Stands for kill -9. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Kubernetes kubernetes;
    private final AtomicInteger callsToLive;

    CrashingKubernetes(Kubernetes kubernetes, int callsToLive) {
        this.kubernetes = kubernetes;
        this.callsToLive = new AtomicInteger(callsToLive);
    }

    /** {@return whether the crash has happened} */
    boolean crashed() {
        return callsToLive.get() < 0;
    }

    @Override
    public String description() {
        return kubernetes.description();
    }

    @Override
    public List<NamespaceView> namespaces() {
        return kubernetes.namespaces();
    }

    @Override
    public boolean createNamespace(String name) {
        die();
        boolean created = kubernetes.createNamespace(name);
        die();
        return created;
    }

    @Override
    public CommandResult run(PodCommand command) throws InterruptedException {
        die();
        CommandResult result = kubernetes.run(command);
        die();
        return result;
    }

    @Override
    public List<Manifest> select(String namespace, String apiVersion, String kind, Map<String, String> labels) {
        die();
        return kubernetes.select(namespace, apiVersion, kind, labels);
    }

    @Override
    public List<Manifest> find(Collection<ObjectRef> refs) {
        die();
        return kubernetes.find(refs);
    }

    @Override
    public void apply(Manifest object) {
        die();
        kubernetes.apply(object);
        die();
    }

    @Override
    public void replace(Manifest object) {
        die();
        kubernetes.replace(object);
        die();
    }

    @Override
    public void restart(Manifest live, Instant at) {
        die();
        kubernetes.restart(live, at);
        die();
    }

    @Override
    public Map<ObjectRef, DryRunResult> dryRun(Collection<Manifest> objects) {
        die();
        return kubernetes.dryRun(objects);
    }

    @Override
    public void delete(Manifest live) {
        die();
        kubernetes.delete(live);
        die();
    }

    @Override
    public PreflightFacts preflightFacts(String namespace, String clusterId, Collection<ObjectRef> wanted) {
        return kubernetes.preflightFacts(namespace, clusterId, wanted);
    }

    @Override
    public ClusterHealth observe(String namespace, String clusterId) {
        return kubernetes.observe(namespace, clusterId);
    }

    @Override
    public Watch watch(String namespace, String clusterId, Consumer<ClusterHealth> onChange) {
        die();
        return kubernetes.watch(namespace, clusterId, onChange);
    }

    @Override
    public ClusterFeed follow(Consumer<String> onChange) {
        return kubernetes.follow(onChange);
    }

    @Override
    public Watch follow(ObjectRef job, Consumer<BatchJobState> onChange) {
        die();
        return kubernetes.follow(job, onChange);
    }

    @Override
    public String jobLog(ObjectRef job, int maxBytes) {
        die();
        return kubernetes.jobLog(job, maxBytes);
    }

    @Override
    public void close() {
        kubernetes.close();
    }

    private void die() {
        if (callsToLive.decrementAndGet() < 0) {
            throw new Killed();
        }
    }
}
