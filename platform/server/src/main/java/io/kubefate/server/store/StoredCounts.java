package io.kubefate.server.store;

import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.ActiveJobs;
import java.util.List;
import java.util.Map;

/**
 * How many clusters and active jobs the database has.
 *
 * @param clusters by status, without deleted ones; a status without clusters is omitted
 * @param jobs a record for each status of active jobs that occurs
 */
public record StoredCounts(Map<ClusterStatus, Long> clusters, List<ActiveJobs> jobs) {

    public StoredCounts {
        clusters = Map.copyOf(clusters);
        jobs = List.copyOf(jobs);
    }
}
