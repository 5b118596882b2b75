package io.kubefate.plugin.shared.serving;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** Ports of FATE and FATE-Serving inside Kubernetes, which users confuse. */
final class Ports {

    static final BigInteger FATE_FLOW_HTTP = BigInteger.valueOf(9380);

    private static final Map<BigInteger, String> OWNERS = Map.of(
            FATE_FLOW_HTTP,
            "FATE-Flow's HTTP port",
            BigInteger.valueOf(9360),
            "FATE-Flow's gRPC port",
            BigInteger.valueOf(9370),
            "rollsite's port, which is only for training",
            BigInteger.valueOf(8000),
            "serving-server's port",
            BigInteger.valueOf(8059),
            "serving-proxy's HTTP port",
            BigInteger.valueOf(8869),
            "serving-proxy's port for other parties",
            BigInteger.valueOf(8879),
            "serving-proxy's port for the serving-server of the same cluster");

    private Ports() {}

    /** {@return a description of the port; empty if it is unknown or the wanted one} */
    static Optional<String> otherThan(BigInteger wanted, BigInteger port) {
        return port.equals(wanted) ? Optional.empty() : Optional.ofNullable(OWNERS.get(port));
    }
}
