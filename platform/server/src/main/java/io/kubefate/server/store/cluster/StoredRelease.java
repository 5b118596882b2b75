package io.kubefate.server.store.cluster;

import static java.util.Objects.requireNonNull;

/**
 * The release of a cluster or revision.
 *
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param engine for example {@code eggroll}
 */
public record StoredRelease(String chartName, String chartVersion, String engine) {

    public StoredRelease {
        requireNonNull(chartName, "chartName is null");
        requireNonNull(chartVersion, "chartVersion is null");
        requireNonNull(engine, "engine is null");
    }
}
