package io.kubefate.server.engine.fleet;

import io.kubefate.server.store.ClusterRecord;
import java.time.Instant;
import java.util.Optional;

/** Is called after each observation of a cluster. */
@FunctionalInterface
public interface FleetListener {

    /**
     * Is called after a cluster was observed.
     *
     * @param cluster its row as it was before
     * @return when to observe it again even if nothing changes; empty for never
     */
    Optional<Instant> seen(ClusterRecord cluster, Observation observation);
}
