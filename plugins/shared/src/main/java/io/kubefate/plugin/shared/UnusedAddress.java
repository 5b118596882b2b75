package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.Optional;

/** The address of a load balancer that a module does not have. */
public final class UnusedAddress {

    private UnusedAddress() {}

    /**
     * Finds the key {@code loadBalancerIP} of a Service of another type.
     *
     * @param spec a cluster.yaml
     * @param module the key of the map with the type and the address
     * @return the warning, if there is one
     */
    public static Optional<Problem> find(ClusterSpec spec, String module) {
        boolean balanced = spec.withDefaults()
                .text(module, "type")
                .filter("LoadBalancer"::equals)
                .isPresent();
        return spec.text(module, "loadBalancerIP").isEmpty() || balanced
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        module + ".loadBalancerIP",
                        "has no effect because " + module + ".type is not LoadBalancer; set it, or remove this line"));
    }
}
