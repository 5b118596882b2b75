package io.kubefate.server;

import com.codahale.metrics.MetricRegistry;
import io.kubefate.server.engine.fleet.Fleet;
import java.util.Map;
import java.util.stream.Collectors;

/** The metrics of all clusters, on the admin port below {@code /metrics}. */
final class FleetMetrics {

    private FleetMetrics() {}

    static void register(MetricRegistry metrics, Fleet fleet) {
        metrics.gauge("clusters.unavailable", () -> () -> unavailable(fleet));
        metrics.gauge("clusters.drifted", () -> () -> drifted(fleet));
        metrics.gauge("clusters.drift", () -> () -> changes(fleet));
    }

    private static long unavailable(Fleet fleet) {
        return fleet.observations().values().stream()
                .filter(observation -> !observation.reasons().isEmpty())
                .count();
    }

    private static long drifted(Fleet fleet) {
        return fleet.observations().values().stream()
                .filter(observation -> !observation.drift().changes().isEmpty())
                .count();
    }

    /** {@return the number of changed objects, by cluster id} */
    private static Map<String, Integer> changes(Fleet fleet) {
        return fleet.observations().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().drift().changes().size()));
    }
}
