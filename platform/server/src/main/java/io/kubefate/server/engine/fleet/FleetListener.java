package io.kubefate.server.engine.fleet;

import io.kubefate.server.store.ClusterRecord;
import java.time.Instant;
import java.util.Optional;

/** Who wants to know what was seen of clusters. */
@FunctionalInterface
public interface FleetListener {

    /**
     * A cluster was looked at.
     *
     * @param cluster its row as it was before the look
     * @param observation what was seen
     * @return when to look again even if nothing changes; empty for never
     */
    Optional<Instant> seen(ClusterRecord cluster, Observation observation);
}
