package io.kubefate.server.engine.fleet;

import io.kubefate.server.engine.plan.Drift;
import io.kubefate.server.kubernetes.Reason;
import java.time.Instant;
import java.util.List;

/**
 * What was seen of a cluster when it changed last.
 *
 * @param reasons why it is not ready; empty when it is
 * @param drift in what it differs from its revision
 * @param observedAt until when this was true: now, as long as Kubernetes is watched
 */
public record Observation(List<Reason> reasons, Drift drift, Instant observedAt) {

    /** Copies the list. */
    public Observation {
        reasons = List.copyOf(reasons);
    }

    Observation at(Instant time) {
        return time.isAfter(observedAt) ? new Observation(reasons, drift, time) : this;
    }
}
