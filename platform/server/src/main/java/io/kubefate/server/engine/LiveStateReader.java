package io.kubefate.server.engine;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.NodePorts;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Coverage;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.NodePortMoves;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.plan.Planner;
import io.kubefate.server.kubernetes.ObjectClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Adds the Helm releases that a plan removes if it replaces objects of other owners: the release of the cluster's name, and those that
     * live objects belong to.
     */
    public LiveState withHelmReleases(LiveState state, Planner planner) {
        if (!planner.options().contains(PlanOption.REPLACE_FOREIGN)) {
            return state;
        }
        String namespace = planner.owner().namespace();
        List<Manifest> records = replaced(state, planner.owner()).stream()
                .flatMap(release -> HelmRelease.RECORD_KINDS.stream()
                        .flatMap(kind ->
                                objects.select(namespace, "v1", kind, HelmRelease.recordLabels(release)).stream()))
                .toList();
        List<ObjectRef> listed = records.stream()
                .flatMap(record -> HelmRelease.of(record).stream())
                .flatMap(release -> release.objects().stream())
                .distinct()
                .toList();
        Map<ObjectRef, Manifest> live = new LinkedHashMap<>();
        Stream.of(state.live(), records, objects.find(listed))
                .flatMap(List::stream)
                .forEach(object -> live.put(object.ref(), object));
        return new LiveState(List.copyOf(live.values()), state.dryRuns());
    }

    private static Set<String> replaced(LiveState state, Owner owner) {
        Set<String> releases = new LinkedHashSet<>(Set.of(owner.name()));
        state.live().stream()
                .filter(object -> !owner.owns(object))
                .forEach(object -> HelmRelease.ownerOf(object).ifPresent(releases::add));
        return releases;
    }

    /** Reads, and dry-runs each desired object. */
    public LiveState readWithDryRuns(List<Manifest> desired, List<ObjectRef> inventory) {
        List<Manifest> live = read(desired, inventory).live();
        return new LiveState(live, withMovedPorts(desired, live, objects.dryRun(desired)));
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
        return new LiveState(live, withMovedPorts(desired, live, results));
    }

    /**
     * Repeats the rejected dry runs of Services that take a node port of another Service of the cluster, without the node ports.
     *
     * @return the results, with the new ones
     */
    public Map<ObjectRef, DryRunResult> withMovedPorts(
            List<Manifest> desired, List<Manifest> live, Map<ObjectRef, DryRunResult> results) {
        List<Manifest> rejected = NodePortMoves.of(desired, live).takers().stream()
                .filter(service -> results.get(service.ref()) instanceof DryRunResult.Refused)
                .toList();
        if (rejected.isEmpty()) {
            return results;
        }
        Map<ObjectRef, DryRunResult> again =
                objects.dryRun(rejected.stream().map(NodePorts::without).toList());
        Map<ObjectRef, DryRunResult> merged = new HashMap<>(results);
        merged.putAll(again);
        for (Manifest service : rejected) {
            if (again.get(service.ref()) instanceof DryRunResult.Accepted accepted) {
                merged.put(service.ref(), new DryRunResult.Accepted(NodePorts.with(accepted.result(), service)));
            }
        }
        return merged;
    }
}
