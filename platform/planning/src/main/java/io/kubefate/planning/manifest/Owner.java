package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * The cluster that owns objects.
 *
 * @param clusterId the cluster's uuid
 * @param name the cluster's name
 * @param namespace its namespace
 */
public record Owner(String clusterId, String name, String namespace) {

    public Owner {
        requireNonNull(clusterId, "clusterId is null");
        requireNonNull(name, "name is null");
        requireNonNull(namespace, "namespace is null");
    }

    /** Returns the owner for display, {@code <name>@<namespace>}. */
    public String text() {
        return name + "@" + namespace;
    }

    /**
     * Labels and annotates objects as this cluster's. Pod templates get the cluster's label, too, so that pods can be selected by
     * it, and {@link Checksums}. They do not get the revision, which would restart every pod at every update.
     *
     * @param objects all objects of the cluster
     * @param revision the number of the revision
     * @return the labeled objects
     */
    public List<Manifest> mark(List<Manifest> objects, int revision) {
        return Checksums.mark(objects).stream()
                .map(object -> mark(object, revision))
                .toList();
    }

    /**
     * Labels the Job of an upgrade step as this cluster's and gives it a unique name in each revision, {@code migrate-r2}. A job
     * that resumes after a crash finds the Job of the first run; a new attempt has a new revision and does not. The pods do not get
     * the cluster's label, because they are not part of the running cluster, but the revision, unless they have one: what they save has
     * its name. A claim keeps its name, because every upgrade uses it.
     *
     * @param step the rendered Job or claim
     * @param revision the number of the revision that the step prepares
     * @return the object to create
     */
    public Manifest markStep(Manifest step, int revision) {
        if (step.ref().isClaim()) {
            return own(step, revision);
        }
        Manifest job = own(step.withMetadata("name", step.ref().name() + "-r" + revision), revision);
        Map<String, Object> pod = Manifest.map(Manifest.map(job.spec(), "template"), "metadata");
        return Manifest.map(pod, "annotations").containsKey(Ownership.REVISION)
                ? job
                : job.withPodAnnotation(Ownership.REVISION, String.valueOf(revision));
    }

    private Manifest mark(Manifest object, int revision) {
        return own(object, revision).withPodLabel(Ownership.CLUSTER, clusterId);
    }

    private Manifest own(Manifest object, int revision) {
        return object.withLabel(Ownership.CLUSTER, clusterId)
                .withLabel(Ownership.MANAGED_BY, Ownership.MANAGER)
                .withAnnotation(Ownership.OWNER, text())
                .withAnnotation(Ownership.REVISION, String.valueOf(revision));
    }

    /**
     * Returns whether a live object is this cluster's. This includes a claim that an earlier cluster of the same name and namespace
     * left behind: its data were kept for this.
     *
     * @param live the object in Kubernetes
     * @return true if it may be changed or removed
     */
    public boolean owns(Manifest live) {
        return live.label(Ownership.CLUSTER).equals(clusterId)
                || (live.ref().isClaim() && live.annotation(Ownership.OWNER).equals(text()));
    }

    /**
     * Returns the owner of a live object for display.
     *
     * @param live the object in Kubernetes
     * @return for example {@code cluster fate-9999@fate-9999} or {@code Helm release fate-9999}
     */
    public static String of(Manifest live) {
        String owner = live.annotation(Ownership.OWNER);
        if (!owner.isEmpty()) {
            return "cluster " + owner;
        }
        String manager = live.label(Ownership.MANAGED_BY);
        return HelmRelease.ownerOf(live)
                .map(release -> "Helm release " + release)
                .orElse(manager.isEmpty() ? "an unknown owner" : manager);
    }
}
