package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;
import java.util.Map;

/**
 * The live objects and the dry runs of the desired objects.
 *
 * @param live the existing objects among the desired ones and those of earlier revisions, and the records and objects of Helm
 *     releases to replace
 * @param dryRuns the dry run of each desired object; none of objects that cannot be dry-run, for example without a namespace
 */
public record LiveState(List<Manifest> live, Map<ObjectRef, DryRunResult> dryRuns) {

    public LiveState {
        live = List.copyOf(requireNonNull(live, "live is null"));
        dryRuns = Map.copyOf(requireNonNull(dryRuns, "dryRuns is null"));
    }
}
