package io.kubefate.api;

import java.util.List;

/**
 * The result of a dry run of an install.
 *
 * @param manifests the objects as one multi-document YAML
 * @param warnings the warnings about the cluster.yaml
 */
public record DryRun(String manifests, List<SpecProblem> warnings) {}
