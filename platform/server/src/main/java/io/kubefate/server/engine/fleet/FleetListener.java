package io.kubefate.server.engine.fleet;

import io.kubefate.server.store.cluster.ClusterRecord;
import java.time.Instant;
import java.util.Optional;

/** Receives each observation of a cluster. */
@FunctionalInterface
public interface FleetListener {

    /**
     * Receives an observation.
     *
     * @param cluster the stored cluster before the observation
     * @return when to observe it again even if nothing changes; empty for never
     */
    Optional<Instant> seen(ClusterRecord cluster, Observation observation);
}
