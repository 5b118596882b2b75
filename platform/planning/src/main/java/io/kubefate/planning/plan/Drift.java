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
 * In what the live objects of a cluster differ from its revision: fields that are missing or have another value, fields that
 * somebody has added, objects that are gone.
 *
 * @param revision the revision's number
 * @param plan what would put it back
 */
public record Drift(int revision, Plan plan) {

    public Drift {
        requireNonNull(plan, "plan is null");
    }

    /**
     * Compares the live objects of a cluster with a revision.
     *
     * @param owner the cluster
     * @param mask hides the passwords of its cluster.yaml
     * @param target its revision
     * @param state what Kubernetes has, and the dry runs of what differs
     */
    public static Drift of(Owner owner, Mask mask, Target target, LiveState state) {
        Map<ObjectRef, Manifest> live = state.live().stream().collect(toMap(Manifest::ref, object -> object));
        Plan plan = new Planner(owner, Set.of(), mask).plan(target.objects(), List.of(), state);
        return new Drift(
                target.revision(),
                new Plan(plan.changes().stream()
                        .map(change -> explained(change, Optional.ofNullable(live.get(change.ref()))))
                        .toList()));
    }

    /** {@return what differs, in the order of application; empty if nothing does} */
    public List<Change> changes() {
        return plan.changes().stream()
                .filter(change -> change.action() != Change.Action.UNCHANGED)
                .toList();
    }

    /** {@return the same without the objects that do not differ: what is worth remembering} */
    public Drift compact() {
        return new Drift(revision, new Plan(changes()));
    }

    private static Change explained(Change change, Optional<Manifest> live) {
        return switch (change.action()) {
            case CREATE -> change.withNote("it is not there");
            case UPDATE, RESTART ->
                live.flatMap(LastWriter::of)
                        .map(writer -> change.withNote("written by " + writer))
                        .orElse(change);
            case REPLACE, REMOVE, KEEP, UNCHANGED, CONFLICT, REFUSED -> change;
        };
    }
}
