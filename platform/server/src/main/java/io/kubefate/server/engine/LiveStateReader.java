package io.kubefate.server.engine;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.Coverage;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.server.kubernetes.ObjectClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the live state that a plan is computed from. */
public final class LiveStateReader {

    private final ObjectClient objects;

    public LiveStateReader(ObjectClient objects) {
        this.objects = requireNonNull(objects, "objects is null");
    }

    /**
     * Reads without a dry run.
     *
     * @param inventory the objects of earlier revisions
     */
    public LiveState read(List<Manifest> desired, List<ObjectRef> inventory) {
        List<ObjectRef> refs = Stream.concat(desired.stream().map(Manifest::ref), inventory.stream())
                .distinct()
                .toList();
        return new LiveState(objects.find(refs), Map.of());
    }

    /** Reads, and dry-runs each desired object. */
    public LiveState readWithDryRuns(List<Manifest> desired, List<ObjectRef> inventory) {
        return new LiveState(read(desired, inventory).live(), objects.dryRun(desired));
    }

    /** Reads, and dry-runs only objects that differ, which needs fewer requests. */
    public LiveState readWithDryRunsOfDifferences(List<Manifest> desired) {
        List<Manifest> live = read(desired, List.of()).live();
        Map<ObjectRef, Manifest> found = live.stream().collect(toMap(Manifest::ref, object -> object));
        Map<ObjectRef, DryRunResult> results = new HashMap<>();
        List<Manifest> different = new ArrayList<>();
        for (Manifest wanted : desired) {
            Optional.ofNullable(found.get(wanted.ref()))
                    .filter(object -> Coverage.covers(object, wanted))
                    .ifPresentOrElse(
                            object -> results.put(wanted.ref(), new DryRunResult.Accepted(object)),
                            () -> different.add(wanted));
        }
        results.putAll(objects.dryRun(different));
        return new LiveState(live, results);
    }
}
