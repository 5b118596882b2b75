package io.kubefate.server.engine;

import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.server.kubernetes.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is to be done so that Kubernetes has the wanted objects.
 *
 * @param changes one for each wanted object, in the order of application
 */
public record Plan(List<Change> changes) {

    /** Copies the list. */
    public Plan {
        changes = List.copyOf(changes);
    }

    /**
     * Compares the wanted objects with the live ones.
     *
     * @param owner the cluster that wants them
     * @param desired the wanted objects
     * @param live those of them that exist
     * @return the plan; it has conflicts where an object is somebody else's
     */
    public static Plan between(Owner owner, List<Manifest> desired, List<Manifest> live) {
        Map<ObjectRef, Manifest> byRef = live.stream().collect(Collectors.toMap(Manifest::ref, Function.identity()));
        return new Plan(desired.stream()
                .map(object -> change(owner, object, byRef.get(object.ref())))
                .toList());
    }

    private static Change change(Owner owner, Manifest wanted, Manifest live) {
        if (live == null) {
            return new Change(Change.Action.CREATE, wanted, "");
        }
        return owner.owns(live)
                ? new Change(Change.Action.UPDATE, wanted, "")
                : new Change(Change.Action.CONFLICT, wanted, Owner.of(live));
    }

    /** {@return the changes that touch what belongs to somebody else} */
    public List<Change> conflicts() {
        return changes.stream()
                .filter(change -> change.action() == Change.Action.CONFLICT)
                .toList();
    }
}
