package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.plugin.jar.JarPolicy;

/**
 * The rules that a plugin must satisfy.
 *
 * @param spiVersion the SPI version that {@code Plugin-Requires} must accept
 * @param contract the rules for its distributions
 * @param jars the rules for its jar
 */
record PluginRules(String spiVersion, DistributionRules contract, JarPolicy jars) {

    PluginRules {
        requireNonNull(spiVersion, "spiVersion is null");
        requireNonNull(contract, "contract is null");
        requireNonNull(jars, "jars is null");
    }
}
