package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.ReleaseKey;
import java.util.Map;
import java.util.Set;

/**
 * A release that can be installed.
 *
 * @param key its chart name, chart version and engine
 * @param distribution the distribution that serves it
 */
public record Release(ReleaseKey key, LoadedDistribution distribution) {

    public Release {
        requireNonNull(key, "key is null");
        requireNonNull(distribution, "distribution is null");
    }

    /** Returns the keys of a cluster.yaml that select the release, with their selecting values. */
    Map<String, Set<String>> selectors() {
        return distribution.selectors(key);
    }
}
