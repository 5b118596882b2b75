package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the objects of two revisions, independent of the live objects.
 *
 * @param mask hides passwords
 */
public record Comparison(Mask mask) {

    public Comparison {
        requireNonNull(mask, "mask is null");
    }

    /**
     * Compares objects by reference.
     *
     * @param before the objects of the first revision
     * @param after the objects of the second revision
     * @return the added, changed and removed objects
     */
    public List<Change> objects(List<Manifest> before, List<Manifest> after) {
        Map<ObjectRef, Manifest> left = new LinkedHashMap<>();
        before.forEach(object -> left.put(object.ref(), object));
        List<Change> changes = new ArrayList<>();
        for (Manifest object : after) {
            Manifest old = left.remove(object.ref());
            List<FieldChange> fields = old == null ? List.of() : Difference.between(old, object, mask);
            if (old == null || !fields.isEmpty()) {
                changes.add(Change.of(old == null ? Change.Action.CREATE : Change.Action.UPDATE, object, fields, ""));
            }
        }
        left.values().forEach(object -> changes.add(Change.of(Change.Action.REMOVE, object, "")));
        return changes;
    }

    /** Compares the contents of two cluster.yaml files and returns the changed keys. */
    public List<FieldChange> specs(Map<String, Object> before, Map<String, Object> after) {
        return Difference.between(new Manifest(before), new Manifest(after), mask);
    }
}
