package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;

/**
 * The changes that bring the live objects to the desired state. Install, update, rollback and their previews all use such a plan.
 *
 * @param changes one for each desired object in the order of application, then those of objects that are no longer desired
 */
public record Plan(List<Change> changes) {

    public Plan {
        changes = List.copyOf(changes);
    }

    /** Returns the changes that block the plan. */
    public List<Change> obstacles() {
        return changes.stream().filter(change -> change.action().blocks()).toList();
    }

    /** Returns the changes of objects that belong to another owner. */
    public List<Change> conflicts() {
        return only(Change.Action.CONFLICT);
    }

    /** Returns whether the live objects match the desired state. */
    public boolean isEmpty() {
        return changes.stream().noneMatch(change -> change.action().writes());
    }

    /** Returns the changes with an action. */
    public List<Change> only(Change.Action action) {
        return changes.stream().filter(change -> change.action() == action).toList();
    }

    /** Returns the objects of the changes with an action, in order. */
    public List<ObjectRef> refs(Change.Action action) {
        return only(action).stream().map(Change::ref).toList();
    }
}
