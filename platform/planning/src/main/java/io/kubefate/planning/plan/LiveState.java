package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;
import java.util.Map;

/**
 * What Kubernetes has, and how it answers to what is desired.
 *
 * @param live the objects that exist, of those that are desired and those that earlier revisions made
 * @param dryRuns the result of each desired object's dry run; none before the namespace exists, or if none was asked for
 */
public record LiveState(List<Manifest> live, Map<ObjectRef, DryRunResult> dryRuns) {

    public LiveState {
        live = List.copyOf(requireNonNull(live, "live is null"));
        dryRuns = Map.copyOf(requireNonNull(dryRuns, "dryRuns is null"));
    }
}
