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
 * @param dataLoss the data that the changes delete although no claim is deleted
 * @param warnings other consequences that a user may not expect, each with a remedy
 */
public record Plan(List<Change> changes, List<DataLoss> dataLoss, List<String> warnings) {

    public Plan {
        changes = List.copyOf(changes);
        dataLoss = List.copyOf(dataLoss);
        warnings = List.copyOf(warnings);
    }

    /** Returns the same plan with other changes. */
    public Plan with(List<Change> others) {
        return new Plan(others, dataLoss, warnings);
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
