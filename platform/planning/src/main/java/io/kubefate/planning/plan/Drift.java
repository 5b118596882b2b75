package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The differences between the live objects of a cluster and its revision: fields that are missing or have another value, fields
 * that others added, missing objects.
 *
 * @param revision the revision's number
 * @param plan the plan that restores the revision
 */
public record Drift(int revision, Plan plan) {

    public Drift {
        requireNonNull(plan, "plan is null");
    }

    /**
     * Compares the live objects of a cluster with a revision.
     *
     * @param owner the cluster
     * @param mask hides the passwords of the cluster.yaml
     * @param target the revision
     * @param state the live objects, and the dry runs of those that differ
     */
    public static Drift of(Owner owner, Mask mask, Target target, LiveState state) {
        Map<ObjectRef, Manifest> live = state.live().stream().collect(toMap(Manifest::ref, object -> object));
        Plan plan = new Planner(owner, Set.of(), mask).plan(target.objects(), Inventory.NONE, state);
        return new Drift(
                target.revision(),
                plan.with(plan.changes().stream()
                        .map(change -> explained(change, Optional.ofNullable(live.get(change.ref()))))
                        .toList()));
    }

    /** Returns the differences in the order of application; empty if there is no drift. */
    public List<Change> changes() {
        return plan.changes().stream()
                .filter(change -> change.action() != Change.Action.UNCHANGED)
                .toList();
    }

    /** Returns the drift without unchanged objects, for storage. */
    public Drift compact() {
        return new Drift(revision, plan.with(changes()));
    }

    private static Change explained(Change change, Optional<Manifest> live) {
        return switch (change.action()) {
            case CREATE -> change.withNote("it is missing");
            case UPDATE, RESTART ->
                live.flatMap(LastWriter::of)
                        .map(writer -> change.withNote("written by " + writer))
                        .orElse(change);
            case REPLACE, REMOVE, KEEP, UNCHANGED, CONFLICT, REFUSED -> change;
        };
    }
}
