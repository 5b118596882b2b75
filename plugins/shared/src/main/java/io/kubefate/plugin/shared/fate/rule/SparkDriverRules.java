package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.fate.model.SparkDriver;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports of Spark's driver, which the Service fateflow-sparkdriver and FATE-Flow's container open. */
final class SparkDriverRules {

    private static final String PORTS = "python.spark.portMaxRetries";
    private static final BigInteger HIGHEST = BigInteger.valueOf(65535);

    private SparkDriverRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule("python")) {
            return List.of();
        }
        Map<String, BigInteger> ports = SparkDriver.ports(spec.withDefaults());
        return (ports.isEmpty() ? withoutEffect(spec) : overlap(ports)).stream().toList();
    }

    private static Optional<Problem> overlap(Map<String, BigInteger> ports) {
        Map<BigInteger, String> users = new HashMap<>();
        users.put(BigInteger.valueOf(9360), "FATE-Flow's gRPC port");
        users.put(BigInteger.valueOf(9380), "FATE-Flow's HTTP port");
        for (Map.Entry<String, BigInteger> port : ports.entrySet()) {
            if (port.getValue().compareTo(HIGHEST) > 0) {
                return Optional.of(
                        Problem.error(PORTS, "reaches port " + port.getValue() + "; choose ports up to " + HIGHEST));
            }
            String first = users.putIfAbsent(port.getValue(), port.getKey());
            if (first != null) {
                return Optional.of(Problem.error(
                        PORTS,
                        "reaches port " + port.getValue() + " for " + port.getKey() + ", which is also " + first
                                + "; move driverStartPort or blockManagerStartPort"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> withoutEffect(ClusterSpec spec) {
        boolean typed = spec.text("python", "spark", "driverHostType").isPresent();
        return typed
                ? Optional.of(Problem.warning(
                        "python.spark.driverHostType",
                        "has no effect without portMaxRetries, driverStartPort or blockManagerStartPort, and a"
                                + " driverHost other than fateflow; set them, or remove this line"))
                : Optional.empty();
    }
}
