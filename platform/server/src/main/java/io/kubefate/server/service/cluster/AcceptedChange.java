package io.kubefate.server.service.cluster;

import io.kubefate.api.Job;
import io.kubefate.api.SpecProblem;
import java.util.List;

/** The new job of an accepted change, with the warnings of the cluster.yaml. */
public record AcceptedChange(Job job, List<SpecProblem> warnings) {

    public AcceptedChange {
        warnings = List.copyOf(warnings);
    }
}
