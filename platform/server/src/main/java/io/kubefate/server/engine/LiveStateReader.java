package io.kubefate.server.engine;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.NodePorts;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.manifest.PodTemplate;
import io.kubefate.planning.plan.Coverage;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.NodePortMoves;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.plan.Planner;
import io.kubefate.server.kubernetes.KubernetesException;
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
     * @param inventory what earlier revisions may have left
     */
    public LiveState read(List<Manifest> desired, Inventory inventory) {
        List<ObjectRef> refs = Stream.of(
                        desired.stream().map(Manifest::ref), inventory.refs().stream(), claims(desired))
                .flatMap(some -> some)
                .distinct()
                .toList();
        List<Manifest> live = withMadeClaims(objects.find(refs), inventory);
        return new LiveState(live, Map.of(), autoscalers(desired, live));
    }

    /**
     * Reads the objects that belong to a cluster.
     *
     * @return first the claims that its StatefulSets made, then the others in the order of the inventory
     */
    public List<Manifest> owned(Owner owner, Inventory inventory) {
        List<Manifest> live = withMadeClaims(objects.find(inventory.refs()), inventory);
        return Stream.concat(
                        inventory.made(live, owner::owns).stream(),
                        live.stream().filter(owner::owns))
                .toList();
    }

    /** Claims that Kubernetes made can be of any ordinal, so they are selected, not found by name. */
    private List<Manifest> withMadeClaims(List<Manifest> found, Inventory inventory) {
        Set<ObjectRef> known = found.stream().map(Manifest::ref).collect(toSet());
        Stream<Manifest> made = inventory.claims().stream()
                .map(claims -> claims.statefulSet().ref().namespace())
                .distinct()
                .flatMap(namespace -> objects.select(namespace, "v1", "PersistentVolumeClaim", Map.of()).stream())
                .filter(claim -> !known.contains(claim.ref()))
                .filter(claim -> inventory.claims().stream().anyMatch(claims -> claims.made(claim)));
        return Stream.concat(found.stream(), made).toList();
    }

    /** Returns the claims that pods use; they may be others than those of the cluster. */
    private static Stream<ObjectRef> claims(List<Manifest> desired) {
        return desired.stream()
                .flatMap(object -> PodTemplate.of(object).stream()
                        .flatMap(template -> template.claims().stream())
                        .map(name -> ObjectRef.claim(object.ref().namespace(), name)));
    }

    /** Autoscalers matter only where a workload has other replicas than desired, so most plans need no request. */
    private List<Manifest> autoscalers(List<Manifest> desired, List<Manifest> live) {
        Map<ObjectRef, Integer> wanted = replicas(desired);
        return replicas(live).entrySet().stream()
                .filter(found -> !found.getValue().equals(wanted.getOrDefault(found.getKey(), found.getValue())))
                .findFirst()
                .map(scaled -> autoscalers(scaled.getKey().namespace()))
                .orElse(List.of());
    }

    /** Returns none if the service has no permission to read them. */
    private List<Manifest> autoscalers(String namespace) {
        try {
            return objects.select(namespace, "autoscaling/v1", "HorizontalPodAutoscaler", Map.of());
        } catch (KubernetesException e) {
            if (e.kind() != KubernetesException.Kind.REFUSED) {
                throw e;
            }
            return List.of();
        }
    }

    private static Map<ObjectRef, Integer> replicas(List<Manifest> workloads) {
        return workloads.stream()
                .flatMap(object -> PodTemplate.of(object).stream())
                .collect(toMap(template -> template.object().ref(), PodTemplate::replicas));
    }

    /**
     * Adds the Helm releases that a plan takes over or replaces: the release of the cluster's name, and, if the plan replaces objects of
     * other owners, those that live objects belong to.
     */
    public LiveState withHelmReleases(LiveState state, Planner planner) {
        Set<String> releases = releases(state, planner);
        if (releases.isEmpty()) {
            return state;
        }
        HelmRecords helm = new HelmRecords(objects);
        List<Manifest> records = releases.stream()
                .flatMap(release -> helm.of(planner.owner().namespace(), release).stream())
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
        return new LiveState(List.copyOf(live.values()), state.dryRuns(), state.autoscalers());
    }

    private static Set<String> releases(LiveState state, Planner planner) {
        Owner owner = planner.owner();
        if (!planner.options().contains(PlanOption.REPLACE_FOREIGN)) {
            return planner.options().contains(PlanOption.ADOPT) ? Set.of(owner.name()) : Set.of();
        }
        Set<String> releases = new LinkedHashSet<>(Set.of(owner.name()));
        state.live().stream()
                .filter(object -> !owner.owns(object))
                .forEach(object -> HelmRelease.ownerOf(object).ifPresent(releases::add));
        return releases;
    }

    /**
     * Reads, and dry-runs each desired object before any is applied. If none of them exists, there is nothing that an update could
     * damage half-way, and applying them tells the same.
     */
    public LiveState readWithTrials(List<Manifest> desired, Inventory inventory) {
        LiveState state = read(desired, inventory);
        Set<ObjectRef> live = state.live().stream().map(Manifest::ref).collect(toSet());
        if (desired.stream().map(Manifest::ref).noneMatch(live::contains)) {
            return state;
        }
        return state.with(withMovedPorts(desired, state.live(), objects.dryRun(desired)));
    }

    /** Reads, and dry-runs only objects that differ, which needs fewer requests. */
    public LiveState readWithDryRunsOfDifferences(List<Manifest> desired) {
        LiveState state = read(desired, Inventory.NONE);
        Map<ObjectRef, Manifest> found = state.live().stream().collect(toMap(Manifest::ref, object -> object));
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
        return state.with(withMovedPorts(desired, state.live(), results));
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
