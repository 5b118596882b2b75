package io.kubefate.server.store;

/** What a job does, named as existing clients know it. */
public enum JobMethod {
    /** Makes a cluster. */
    ClusterInstall,
    /** Brings a cluster to another revision; a rollback is one, too. */
    ClusterUpdate,
    /** Removes a cluster. */
    ClusterDelete,
    /** Tries what the cluster's plugin declares; changes nothing. */
    ClusterCheck
}
