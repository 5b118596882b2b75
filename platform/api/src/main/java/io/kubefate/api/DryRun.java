package io.kubefate.api;

import java.util.List;

/**
 * What an install would do, without doing it.
 *
 * @param manifests the objects as one multi-document YAML
 * @param warnings what is doubtful in the cluster.yaml
 */
public record DryRun(String manifests, List<SpecProblem> warnings) {}
