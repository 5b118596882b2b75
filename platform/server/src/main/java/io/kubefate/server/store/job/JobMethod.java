package io.kubefate.server.store.job;

import java.util.Arrays;
import java.util.List;

/** What a job does, named as existing clients know it. */
public enum JobMethod {
    /** Makes a cluster. */
    ClusterInstall,
    /** Brings a cluster to another revision; so do a rollback and a reconcile. */
    ClusterUpdate,
    /** Removes a cluster. */
    ClusterDelete,
    /** Runs the checks that the cluster's plugin declares; changes nothing. */
    ClusterCheck;

    /** Whether such a job can be stopped. */
    public boolean stoppable() {
        return this != ClusterDelete;
    }

    /** Whether such a job brings a new revision. */
    public boolean bringsRevision() {
        return this == ClusterInstall || this == ClusterUpdate;
    }

    public static List<JobMethod> allStoppable() {
        return Arrays.stream(values()).filter(JobMethod::stoppable).toList();
    }

    public static List<JobMethod> allThatBringRevisions() {
        return Arrays.stream(values()).filter(JobMethod::bringsRevision).toList();
    }
}
