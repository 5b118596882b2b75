package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;

/**
 * What is to be done so that Kubernetes has the wanted objects. Install, update, rollback and their previews are all such a plan.
 *
 * @param changes first one for each wanted object, in the order of application, then those of objects that are wanted no more
 */
public record Plan(List<Change> changes) {

    /** Copies the list. */
    public Plan {
        changes = List.copyOf(changes);
    }

    /** {@return the changes that cannot be made, and so forbid the others} */
    public List<Change> obstacles() {
        return changes.stream().filter(change -> change.action().blocks()).toList();
    }

    /** {@return the changes that touch what belongs to somebody else} */
    public List<Change> conflicts() {
        return only(Change.Action.CONFLICT);
    }

    /** {@return whether Kubernetes is as it is to be} */
    public boolean isEmpty() {
        return changes.stream().noneMatch(change -> change.action().writes());
    }

    /** {@return the changes of one kind} */
    public List<Change> only(Change.Action action) {
        return changes.stream().filter(change -> change.action() == action).toList();
    }

    /** {@return the objects of the changes of one kind, in their order} */
    public List<ObjectRef> refs(Change.Action action) {
        return only(action).stream().map(Change::ref).toList();
    }
}
