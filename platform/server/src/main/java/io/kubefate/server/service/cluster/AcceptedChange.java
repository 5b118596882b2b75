package io.kubefate.server.service.cluster;

import io.kubefate.api.Job;
import io.kubefate.api.SpecProblem;
import java.util.List;

/**
 * An install that was accepted.
 *
 * @param job its job, Pending
 * @param warnings what is doubtful in its cluster.yaml
 */
public record AcceptedChange(Job job, List<SpecProblem> warnings) {

    /** Copies the list. */
    public AcceptedChange {
        warnings = List.copyOf(warnings);
    }
}
