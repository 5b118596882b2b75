package io.kubefate.server.store.cluster;

/** The states of a cluster, named as existing clients decode them. */
public enum ClusterStatus {
    /** Accepted; nothing was made yet. */
    Pending,
    /** Its install runs. */
    Creating,
    /** Installed. */
    Running,
    /** Installed, but not all of it is ready. */
    Unavailable,
    /** Its update runs. */
    Updating,
    /** Its delete runs. */
    Deleting,
    /** Gone. */
    Deleted,
    /** Its install failed; what was made is kept. */
    Failed;

    /** Whether it was ready once and no job changes it. */
    public boolean isInstalled() {
        return this == Running || this == Unavailable;
    }
}
