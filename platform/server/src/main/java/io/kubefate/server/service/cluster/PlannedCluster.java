package io.kubefate.server.service.cluster;

import io.kubefate.api.ClusterPlan;
import io.kubefate.api.SpecProblem;
import java.util.List;

/** A plan with the warnings of its cluster.yaml. */
public record PlannedCluster(ClusterPlan plan, List<SpecProblem> warnings) {

    public PlannedCluster {
        warnings = List.copyOf(warnings);
    }
}
