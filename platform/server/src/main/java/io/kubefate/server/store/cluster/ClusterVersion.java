package io.kubefate.server.store.cluster;

/**
 * The version of a cluster. It changes with every job that changes the cluster, and when the revision of such a job becomes ready; it
 * does not change with the health of the cluster.
 *
 * @param revision the newest revision that was ready
 * @param job the row number of the newest job that changes the cluster; 0 if there is none
 */
public record ClusterVersion(int revision, long job) {

    /** Returns the version as clients see it. */
    public String tag() {
        return revision + "-" + job;
    }
}
