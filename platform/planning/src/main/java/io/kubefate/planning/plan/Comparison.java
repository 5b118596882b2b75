package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what two revisions want, whatever Kubernetes has.
 *
 * @param mask hides passwords
 */
public record Comparison(Mask mask) {

    public Comparison {
        requireNonNull(mask, "mask is null");
    }

    /**
     * Compares objects.
     *
     * @param before those of the one revision
     * @param after those of the other
     * @return what was added, differs or was left out; nothing for what is the same
     */
    public List<Change> objects(List<Manifest> before, List<Manifest> after) {
        Map<ObjectRef, Manifest> left = new LinkedHashMap<>();
        before.forEach(object -> left.put(object.ref(), object));
        List<Change> changes = new ArrayList<>();
        for (Manifest object : after) {
            Manifest old = left.remove(object.ref());
            List<FieldChange> fields = old == null ? List.of() : Difference.between(old, object, mask);
            if (old == null || !fields.isEmpty()) {
                changes.add(change(old == null ? Change.Action.CREATE : Change.Action.UPDATE, object, fields));
            }
        }
        left.values().forEach(object -> changes.add(change(Change.Action.REMOVE, object, List.of())));
        return changes;
    }

    /**
     * Compares the contents of cluster.yaml files.
     *
     * @param before the one
     * @param after the other
     * @return the keys that differ
     */
    public List<FieldChange> specs(Map<String, Object> before, Map<String, Object> after) {
        return Difference.between(new Manifest(before), new Manifest(after), mask);
    }

    private static Change change(Change.Action action, Manifest object, List<FieldChange> fields) {
        return new Change(action, object.ref(), Optional.of(object), object.label(Ownership.MODULE), fields, "");
    }
}
