package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.plugin.jar.JarPolicy;

/**
 * What a plugin must fulfil to be loaded.
 *
 * @param spiVersion what its {@code Plugin-Requires} must accept
 * @param contract for its distributions
 * @param jars for its jar
 */
record PluginRules(String spiVersion, DistributionRules contract, JarPolicy jars) {

    /** Checks that nothing is null. */
    PluginRules {
        requireNonNull(spiVersion, "spiVersion is null");
        requireNonNull(contract, "contract is null");
        requireNonNull(jars, "jars is null");
    }
}
