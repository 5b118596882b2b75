package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the namespace of what a request names.
 *
 * @param ofCluster by the id of a cluster, also of a deleted one
 * @param ofClusters the same by the ids of several clusters, without those that never were
 * @param ofJob by the id of a job
 */
public record ResourceNamespaces(
        Function<String, Optional<String>> ofCluster,
        Function<Set<String>, Map<String, String>> ofClusters,
        Function<String, Optional<String>> ofJob) {

    public ResourceNamespaces {
        requireNonNull(ofCluster, "ofCluster is null");
        requireNonNull(ofClusters, "ofClusters is null");
        requireNonNull(ofJob, "ofJob is null");
    }
}
