package io.kubefate.server.store;

/** What a job does, named as existing clients know it. */
public enum JobMethod {
    /** Makes a cluster. */
    ClusterInstall,
    /** Removes a cluster. */
    ClusterDelete
}
