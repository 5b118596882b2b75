package io.kubefate.plugin.shared.fate.module;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.shared.route.Gateways;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import java.util.List;

/**
 * What differs between FATE 1 and FATE 2 in the code that they share.
 *
 * @param gateway the module through which EggRoll reaches other parties; its Service and its container have the same name
 * @param tlsPort the port of its Service if it has TLS
 * @param modules all modules, in dependency order
 */
public record Generation(String gateway, int tlsPort, List<ModuleSpec> modules) {

    public Generation {
        requireNonNull(gateway, "gateway is null");
        modules = List.copyOf(modules);
    }

    /**
     * Returns the gateways of a cluster.
     *
     * @param spec a cluster.yaml without errors
     * @return the gateways of its modules
     */
    public Gateways gateways(ClusterSpec spec) {
        return Gateways.of(spec)
                .eggRoll(gateway, tlsPort)
                .balancer(gateway)
                .nginx()
                .brokers();
    }
}
