package io.kubefate.server.service.cluster;

import io.kubefate.api.ClusterPlan;
import io.kubefate.api.SpecProblem;
import java.util.List;

/**
 * A plan that was asked for.
 *
 * @param plan what would happen
 * @param warnings what is doubtful in the cluster.yaml
 */
public record PlannedCluster(ClusterPlan plan, List<SpecProblem> warnings) {

    /** Copies the list. */
    public PlannedCluster {
        warnings = List.copyOf(warnings);
    }
}
