package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.Optional;

/** The address of serving-server ({@code servingIp}, {@code servingPort}), to which FATE-Flow publishes models. */
public final class ServingAddress {

    private ServingAddress() {}

    /**
     * Finds an address that has only a host or only a port.
     *
     * @param spec a cluster.yaml
     * @return the warning, if it is one
     */
    public static Optional<Problem> incomplete(ClusterSpec spec) {
        boolean ip = spec.text("servingIp").isPresent();
        if (ip == spec.text("servingPort").isPresent()) {
            return Optional.empty();
        }
        String missing = ip ? "servingPort" : "servingIp";
        return Optional.of(Problem.warning(missing, "is missing; set both servingIp and servingPort"));
    }
}
