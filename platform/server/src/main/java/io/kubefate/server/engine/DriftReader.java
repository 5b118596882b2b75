package io.kubefate.server.engine;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.plan.Drift;
import io.kubefate.planning.plan.Mask;
import io.kubefate.planning.plan.Target;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.store.cluster.ClusterRecord;
import java.util.List;

/** Detects the drift of a cluster from its revision. */
public final class DriftReader {

    private final LiveStateReader states;
    private final SpecReader specs = new SpecReader();

    public DriftReader(ObjectClient objects) {
        this.states = new LiveStateReader(requireNonNull(objects, "objects is null"));
    }

    /**
     * Compares the live objects with a revision.
     *
     * @param cluster the cluster; the passwords of its cluster.yaml are masked
     * @param target its revision
     */
    public Drift read(ClusterRecord cluster, Target target) {
        Mask mask = Mask.of(List.of(specs.read(cluster.spec().value()).spec().values()), target.objects());
        return Drift.of(cluster.owner(), mask, target, states.readWithDryRunsOfDifferences(target.objects()));
    }
}
