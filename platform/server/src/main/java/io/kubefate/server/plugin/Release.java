package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.ReleaseKey;
import java.util.Map;
import java.util.Set;

/**
 * A release that can be installed.
 *
 * @param key its chart name, chart version and engine
 * @param distribution what serves it
 */
public record Release(ReleaseKey key, LoadedDistribution distribution) {

    /** Checks that nothing is null. */
    public Release {
        requireNonNull(key, "key is null");
        requireNonNull(distribution, "distribution is null");
    }

    /** {@return the keys of a cluster.yaml that select it, with the values that do} */
    Map<String, Set<String>> selectors() {
        return distribution.selectors(key);
    }
}
