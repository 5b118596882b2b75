package io.kubefate.server.engine.fleet;

import io.kubefate.server.engine.ClusterCondition;
import io.kubefate.server.engine.Owner;
import io.kubefate.server.engine.plan.Drift;
import io.kubefate.server.engine.plan.Mask;
import io.kubefate.server.engine.plan.Target;
import io.kubefate.server.kubernetes.ClusterHealth;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.spec.SpecReader;
import io.kubefate.server.store.ClusterRecord;
import java.util.List;

/** Looks at one cluster. */
final class ClusterLook {

    private final SpecReader specs = new SpecReader();
    private final Kubernetes kubernetes;

    ClusterLook(Kubernetes kubernetes) {
        this.kubernetes = kubernetes;
    }

    /** {@return what there is of a cluster and what of it is not as the revision says} */
    Observation at(ClusterRecord cluster, Target target) {
        Owner owner = new Owner(cluster.uuid(), cluster.name(), cluster.namespace());
        ClusterHealth health = kubernetes.observe(cluster.namespace(), cluster.uuid());
        Mask mask = Mask.of(List.of(specs.read(cluster.spec()).spec().values()));
        return new Observation(
                ClusterCondition.of(target.objects(), health).reasons(),
                Drift.of(kubernetes, owner, target, mask).compact(),
                health.observedAt());
    }
}
