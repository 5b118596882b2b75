package io.kubefate.cli.supportbundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;

/**
 * What a bundle includes.
 *
 * @param clusters the ids of clusters; empty for all
 * @param includeDeleted whether to include deleted clusters, of which only the jobs exist
 * @param tail the number of last lines of each log; negative for all
 * @param since the maximum age of log lines
 */
public record BundleScope(Set<String> clusters, boolean includeDeleted, int tail, Duration since) {

    public BundleScope {
        clusters = Set.copyOf(clusters);
    }

    boolean includesCluster(JsonNode cluster) {
        if (!clusters.isEmpty()) {
            return clusters.contains(cluster.path("uuid").asText());
        }
        return includeDeleted || !isDeleted(cluster);
    }

    /** {@return whether to include a job; jobs of deleted clusters are included unless clusters are named} */
    boolean includesJob(JsonNode job) {
        return clusters.isEmpty() || clusters.contains(job.path("cluster_id").asText());
    }

    static boolean isDeleted(JsonNode cluster) {
        return cluster.hasNonNull("DeletedAt");
    }
}
