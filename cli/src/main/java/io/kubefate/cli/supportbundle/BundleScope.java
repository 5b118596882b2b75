package io.kubefate.cli.supportbundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;

/**
 * What goes into a bundle.
 *
 * @param clusters the ids of clusters; empty for all
 * @param deletedToo whether deleted clusters count, of which there are their jobs still
 * @param tail how many lines of each log at most; negative for all
 * @param since how far back logs go
 */
public record BundleScope(Set<String> clusters, boolean deletedToo, int tail, Duration since) {

    /** Copies the ids. */
    public BundleScope {
        clusters = Set.copyOf(clusters);
    }

    boolean hasCluster(JsonNode cluster) {
        if (!clusters.isEmpty()) {
            return clusters.contains(cluster.path("uuid").asText());
        }
        return deletedToo || !isDeleted(cluster);
    }

    /** {@return whether a job belongs into the bundle; those of deleted clusters do unless clusters were named} */
    boolean hasJob(JsonNode job) {
        return clusters.isEmpty() || clusters.contains(job.path("cluster_id").asText());
    }

    static boolean isDeleted(JsonNode cluster) {
        return cluster.hasNonNull("DeletedAt");
    }
}
