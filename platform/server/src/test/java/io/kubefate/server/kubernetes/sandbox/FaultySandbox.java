package io.kubefate.server.kubernetes.sandbox;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.ClusterFeed;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.NamespaceView;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.sandbox.SandboxImages.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A sandbox that a test can make unavailable, and whose images a test can break. Open watches continue while it is unavailable. */
public final class FaultySandbox implements Kubernetes {

    private final FaultyImages images = new FaultyImages();
    private final Set<ObjectRef> batchJobs = ConcurrentHashMap.newKeySet();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final SandboxKubernetes sandbox;
    private volatile Optional<RuntimeException> failure = Optional.empty();
    private volatile Optional<PreflightFacts> facts = Optional.empty();
    private final Semaphore plans = new Semaphore(0);
    private final AtomicInteger waitingPlans = new AtomicInteger();
    private final AtomicInteger begunPlans = new AtomicInteger();
    private volatile boolean holdPlans;

    public FaultySandbox(Duration startTime) {
        this.sandbox = new SandboxKubernetes(startTime, images);
    }

    /** Makes all calls fail as unavailable, or succeed again. */
    public void unavailable(boolean away) {
        failure = away
                ? Optional.of(
                        new KubernetesException(KubernetesException.Kind.UNAVAILABLE, "the sandbox is away", null))
                : Optional.empty();
    }

    /** Makes all calls fail with a defect of the client, until {@link #unavailable} ends it. */
    public void defect(RuntimeException defect) {
        failure = Optional.of(defect);
    }

    /** Sets the facts for preflight. */
    public void facts(PreflightFacts others) {
        facts = Optional.of(others);
    }

    /** Rejects the objects of a kind, also in dry runs. */
    public void refuse(String kind, String reason) {
        refusals.put(kind, reason);
    }

    /** Makes plans wait until they are interrupted, or until they are released and no longer held. */
    public void holdPlans(boolean hold) {
        holdPlans = hold;
        if (!hold) {
            plans.release(waitingPlans.get());
        }
    }

    /** Returns the number of plans that wait. */
    public int waitingPlans() {
        return waitingPlans.get();
    }

    /** Returns the number of plans that have begun since the start. */
    public int begunPlans() {
        return begunPlans.get();
    }

    public void failImage(String image) {
        images.set(image, Outcome.CANNOT_BE_PULLED);
    }

    public void repairImage(String image) {
        images.set(image, Outcome.STARTS);
    }

    public void holdImage(String image) {
        images.set(image, Outcome.NEVER_ENDS);
    }

    /** Returns the number of different applied Jobs. */
    public int appliedBatchJobs() {
        return batchJobs.size();
    }

    @Override
    public String description() {
        return available().description();
    }

    @Override
    public List<NamespaceView> namespaces() {
        return available().namespaces();
    }

    @Override
    public boolean createNamespace(String name) {
        return available().createNamespace(name);
    }

    @Override
    public List<Manifest> select(String namespace, String apiVersion, String kind, Map<String, String> labels) {
        return available().select(namespace, apiVersion, kind, labels);
    }

    @Override
    public List<Manifest> find(Collection<ObjectRef> refs) {
        return available().find(refs);
    }

    @Override
    public void apply(Manifest object) {
        Optional.ofNullable(refusals.get(object.kind())).ifPresent(reason -> {
            throw new KubernetesException(KubernetesException.Kind.REFUSED, "apply " + object.ref() + ": " + reason);
        });
        available().apply(object);
        if (object.kind().equals("Job")) {
            batchJobs.add(object.ref());
        }
    }

    @Override
    public void replace(Manifest object) {
        available().replace(object);
    }

    @Override
    public void restart(Manifest live, Instant at) {
        available().restart(live, at);
    }

    @Override
    public Map<ObjectRef, DryRunResult> dryRun(Collection<Manifest> objects) {
        Map<ObjectRef, DryRunResult> results = new HashMap<>(available().dryRun(objects));
        results.replaceAll((ref, result) -> Optional.ofNullable(refusals.get(ref.kind()))
                .<DryRunResult>map(DryRunResult.Refused::new)
                .orElse(result));
        return results;
    }

    @Override
    public void delete(Manifest live) {
        available().delete(live);
    }

    @Override
    public PreflightFacts preflightFacts(String namespace, String clusterId, Collection<ObjectRef> wanted) {
        begunPlans.incrementAndGet();
        awaitRelease();
        return facts.orElseGet(() -> available().preflightFacts(namespace, clusterId, wanted));
    }

    @Override
    public boolean hasLimits() {
        return facts.isPresent();
    }

    @Override
    public ClusterHealth observe(String namespace, String clusterId) {
        return available().observe(namespace, clusterId);
    }

    @Override
    public CommandResult run(PodCommand command) {
        return available().run(command);
    }

    @Override
    public Watch watch(String namespace, String clusterId, Consumer<ClusterHealth> onChange) {
        return available().watch(namespace, clusterId, onChange);
    }

    @Override
    public ClusterFeed follow(Consumer<String> onChange) {
        return sandbox.follow(onChange);
    }

    @Override
    public Watch follow(ObjectRef job, Consumer<BatchJobState> onChange) {
        return available().follow(job, onChange);
    }

    @Override
    public String jobLog(ObjectRef job, int maxBytes) {
        return available().jobLog(job, maxBytes);
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private void awaitRelease() {
        if (!holdPlans) {
            return;
        }
        waitingPlans.incrementAndGet();
        try {
            plans.acquire();
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        } finally {
            waitingPlans.decrementAndGet();
        }
    }

    private SandboxKubernetes available() {
        failure.ifPresent(present -> {
            throw present;
        });
        return sandbox;
    }
}
