package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

/**
 * The cluster that a request describes.
 *
 * @param name as requested, may be empty
 * @param namespace as requested, may be empty
 * @param chartName as requested, may be empty
 * @param chartVersion as requested, may be empty
 * @param spec the cluster.yaml text
 * @param keepUpgradeJob a flag that existing clients send, and read again
 */
public record RequestedCluster(
        String name, String namespace, String chartName, String chartVersion, String spec, boolean keepUpgradeJob) {

    public RequestedCluster {
        requireNonNull(name, "name is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(chartName, "chartName is null");
        requireNonNull(chartVersion, "chartVersion is null");
        requireNonNull(spec, "spec is null");
    }
}
