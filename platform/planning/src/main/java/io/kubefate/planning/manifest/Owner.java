package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The cluster that objects belong to.
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

    /** {@return the owner as a person knows it, {@code <name>@<namespace>}} */
    public String text() {
        return name + "@" + namespace;
    }

    /**
     * Marks objects as this cluster's. Pod templates get the cluster's label too, so that pods can be found by it, and {@link
     * Checksums}; they do not get the revision, which would restart every pod at every update.
     *
     * @param objects all objects of the cluster
     * @param revision the revision that wants them
     * @return the marked objects
     */
    public List<Manifest> mark(List<Manifest> objects, int revision) {
        return Checksums.mark(objects).stream()
                .map(object -> mark(object, revision))
                .toList();
    }

    /**
     * Marks the Job of an upgrade's step as this cluster's and gives it a name of its own in each revision, {@code migrate-r2}: whoever
     * goes on after a crash finds the Job of the first run, and a new attempt, which has a new revision, never does. Its pods do
     * not get the cluster's label: they are no part of what runs.
     *
     * @param job as it was rendered
     * @param revision the revision that it prepares
     * @return the Job as it is to be made
     */
    public Manifest markStep(Manifest job, int revision) {
        return own(job.withMetadata("name", job.ref().name() + "-r" + revision), revision);
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
     * Whether a live object is this cluster's. A claim that an earlier cluster of the same name and namespace left behind is: its
     * data were kept for this.
     *
     * @param live an object as Kubernetes has it
     * @return true if it may be changed or removed
     */
    public boolean owns(Manifest live) {
        return live.label(Ownership.CLUSTER).equals(clusterId)
                || (live.ref().isClaim() && live.annotation(Ownership.OWNER).equals(text()));
    }

    /**
     * Whose a live object is, for a message.
     *
     * @param live an object as Kubernetes has it
     * @return for example {@code cluster fate-9999@fate-9999} or {@code Helm release fate-9999}
     */
    public static String of(Manifest live) {
        String owner = live.annotation(Ownership.OWNER);
        if (!owner.isEmpty()) {
            return "cluster " + owner;
        }
        String release = live.annotation("meta.helm.sh/release-name");
        if (!release.isEmpty()) {
            return "Helm release " + release;
        }
        String manager = live.label(Ownership.MANAGED_BY);
        return manager.isEmpty() ? "somebody who did not label it" : manager;
    }
}
