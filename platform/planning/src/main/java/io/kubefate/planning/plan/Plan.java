package io.kubefate.planning.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.PodTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Returns the obstacles as text: a line for each reason, with all its objects. */
    public List<String> obstacleTexts() {
        Map<String, List<Change>> byReason = obstacles().stream()
                .collect(groupingBy(change -> change.action() + change.note(), LinkedHashMap::new, toList()));
        return byReason.values().stream()
                .map(changes -> changes.get(0)
                        .text(changes.stream()
                                .map(change -> change.ref().toString())
                                .collect(joining(", "))))
                .toList();
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

    /** Returns the templates of the pods that Kubernetes creates. */
    public List<PodTemplate> newPods() {
        return changes.stream().flatMap(change -> change.newPods().stream()).toList();
    }

    /** Returns the objects of the changes with an action, in order. */
    public List<ObjectRef> refs(Change.Action action) {
        return only(action).stream().map(Change::ref).toList();
    }
}
