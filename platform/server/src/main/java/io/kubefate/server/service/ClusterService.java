package io.kubefate.server.service;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.DryRun;
import io.kubefate.api.Job;
import java.util.List;

/** What can be asked of clusters. */
public class ClusterService {

    /**
     * Accepts an install: checks everything that can be checked at once, then stores cluster, revision and job.
     *
     * @param args what to install
     * @param user who asks
     * @return the new job, Pending
     */
    public Job install(ClusterArgs args, String user) {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks and renders like {@link #install}, and stores nothing.
     *
     * @param args what would be installed
     * @return the objects and warnings
     */
    public DryRun dryRun(ClusterArgs args) {
        throw new UnsupportedOperationException();
    }

    /**
     * Lists clusters as stored.
     *
     * @param deletedToo whether deleted ones are listed too
     * @return newest last, without live state
     */
    public List<Cluster> list(boolean deletedToo) {
        throw new UnsupportedOperationException();
    }

    /**
     * One cluster with its live state.
     *
     * @param uuid its id
     * @return the cluster
     */
    public Cluster describe(String uuid) {
        throw new UnsupportedOperationException();
    }

    /**
     * Accepts a delete.
     *
     * @param uuid the cluster's id
     * @param purge whether claims and their data go too
     * @param user who asks
     * @return the new job, Pending
     */
    public Job delete(String uuid, boolean purge, String user) {
        throw new UnsupportedOperationException();
    }
}
