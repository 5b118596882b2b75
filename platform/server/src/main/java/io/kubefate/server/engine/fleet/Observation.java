package io.kubefate.server.engine.fleet;

import io.kubefate.planning.health.ClusterCondition;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.plan.Drift;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.engine.DriftReader;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.cluster.ClusterRecord;
import java.time.Instant;
import java.util.List;

/**
 * The state of a cluster when it changed last.
 *
 * @param reasons why it is not ready; empty when it is
 * @param drift how it differs from its revision
 * @param observedAt until when this was true: now, as long as Kubernetes is watched
 */
public record Observation(List<Reason> reasons, Drift drift, Instant observedAt) {

    public Observation {
        reasons = List.copyOf(reasons);
    }

    /** Observes the health and the drift of a cluster. */
    static Observation of(Kubernetes kubernetes, ClusterRecord cluster, Target target) {
        ClusterHealth health = kubernetes.observe(cluster.namespace(), cluster.uuid());
        return new Observation(
                ClusterCondition.of(target.objects(), health).reasons(),
                new DriftReader(kubernetes).read(cluster, target).compact(),
                health.observedAt());
    }

    Observation at(Instant time) {
        return time.isAfter(observedAt) ? new Observation(reasons, drift, time) : this;
    }
}
