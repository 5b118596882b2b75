package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

/**
 * The identity of a FATE release on an engine.
 *
 * @param chartName as in cluster.yaml, for example {@code fate}
 * @param chartVersion as in cluster.yaml, for example {@code v1.5.0}
 * @param engine the name of the engine, for example {@code eggroll}; empty for a chart without engines. See
 *     {@link FateDistribution#selectors}
 */
public record ReleaseKey(String chartName, String chartVersion, String engine) {

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
