package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

/**
 * What identifies a FATE release on an engine.
 *
 * @param chartName as in cluster.yaml, for example {@code fate}
 * @param chartVersion as in cluster.yaml, for example {@code v1.5.0}
 * @param engine the value of {@code backend} in cluster.yaml, for example {@code eggroll}; empty for a chart without engines
 */
public record ReleaseKey(String chartName, String chartVersion, String engine) {

    /** Checks that no part is null. */
    public ReleaseKey {
        requireNonNull(chartName, "chartName is null");
        requireNonNull(chartVersion, "chartVersion is null");
        requireNonNull(engine, "engine is null");
    }

    /** {@return for example {@code fate v1.5.0 (eggroll)}} */
    @Override
    public String toString() {
        String release = chartName + " " + chartVersion;
        return engine.isEmpty() ? release : release + " (" + engine + ")";
    }
}
