package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;
import java.util.Map;

/**
 * The live objects and the dry runs of the desired objects.
 *
 * @param live the existing objects among the desired ones, those of earlier revisions and the claims that pods use, and the records and
 *     objects of Helm releases to replace
 * @param dryRuns the dry run of each desired object; none of objects that cannot be dry-run, for example without a namespace
 * @param autoscalers the HorizontalPodAutoscalers of the namespace; may be empty if no live object has other replicas than desired
 */
public record LiveState(List<Manifest> live, Map<ObjectRef, DryRunResult> dryRuns, List<Manifest> autoscalers) {

    public LiveState {
        live = List.copyOf(requireNonNull(live, "live is null"));
        dryRuns = Map.copyOf(requireNonNull(dryRuns, "dryRuns is null"));
        autoscalers = List.copyOf(requireNonNull(autoscalers, "autoscalers is null"));
    }

    /** Creates a state without autoscalers. */
    public LiveState(List<Manifest> live, Map<ObjectRef, DryRunResult> dryRuns) {
        this(live, dryRuns, List.of());
    }

    /** Returns the same state with dry runs. */
    public LiveState with(Map<ObjectRef, DryRunResult> results) {
        return new LiveState(live, results, autoscalers);
    }
}
