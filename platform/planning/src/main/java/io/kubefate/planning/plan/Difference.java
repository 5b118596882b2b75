package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the fields in which two states of an object differ. Ignores fields that Kubernetes maintains itself. */
final class Difference {

    private static final Set<String> REPORTED = Set.of(
            "status",
            "metadata.managedFields",
            "metadata.resourceVersion",
            "metadata.generation",
            "metadata.uid",
            "metadata.selfLink",
            "metadata.creationTimestamp",
            // The revision that wrote the object last: an object without changes is not written again.
            "metadata.annotations[" + Ownership.REVISION + "]");

    private final List<FieldChange> changes = new ArrayList<>();
    private final Mask mask;
    private final boolean secret;

    private Difference(Mask mask, boolean secret) {
        this.mask = mask;
        this.secret = secret;
    }

    /** Returns the fields that differ, by path; the mask hides passwords. */
    static List<FieldChange> between(Manifest before, Manifest after, Mask mask) {
        Difference difference = new Difference(mask, after.kind().equals("Secret"));
        difference.compare("", before.content(), after.content());
        return List.copyOf(difference.changes);
    }

    /** Returns the fields of the spec that an object desires and that differ; fields that only the live object has are ignored. */
    static List<FieldChange> ofDesired(Manifest live, Manifest wanted, Mask mask) {
        Map<String, Object> before = Map.of("spec", live.spec());
        Map<String, Object> after = Map.of("spec", over(live.spec(), wanted.spec()));
        return between(new Manifest(before), new Manifest(after), mask);
    }

    private static Object over(@Nullable Object live, Object wanted) {
        if (!(live instanceof Map<?, ?> old && wanted instanceof Map<?, ?> fields)) {
            return wanted;
        }
        Map<Object, Object> merged = new LinkedHashMap<>(old);
        fields.forEach((key, value) -> {
            if (value != null) {
                merged.put(key, over(old.get(key), value));
            }
        });
        return merged;
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (REPORTED.contains(path) || Objects.equals(before, after) || isEmpty(before) && isEmpty(after)) {
            return;
        }
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> current) {
            compareMaps(path, old, current);
            return;
        }
        if (before instanceof Collection<?> old && after instanceof Collection<?> current) {
            compareLists(path, List.copyOf(old), List.copyOf(current));
            return;
        }
        if (String.valueOf(before).equals(String.valueOf(after))) {
            return; // the API server converts between a number and its text
        }
        changes.addAll(change(path, before, after));
    }

    private void compareMaps(String path, Map<?, ?> before, Map<?, ?> after) {
        Set<String> keys = new TreeSet<>();
        before.keySet().forEach(key -> keys.add(String.valueOf(key)));
        after.keySet().forEach(key -> keys.add(String.valueOf(key)));
        keys.forEach(key -> compare(inside(path, key), before.get(key), after.get(key)));
    }

    /** Compares items by name where they have one, so that an insertion in the middle is one difference. */
    private void compareLists(String path, List<?> before, List<?> after) {
        Map<String, Object> named = byName(before);
        Map<String, Object> others = byName(after);
        Set<String> keys = new LinkedHashSet<>(named.keySet());
        keys.addAll(others.keySet());
        keys.forEach(key -> compare(path + "[" + key + "]", named.get(key), others.get(key)));
    }

    private List<FieldChange> change(String path, @Nullable Object before, @Nullable Object after) {
        if (before instanceof String old && after instanceof String text && (old + text).contains("\n") && !secret) {
            return ChangedLines.of(path, old, text, mask);
        }
        return List.of(new FieldChange(path, shown(path, before), shown(path, after)));
    }

    private String shown(String path, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        boolean hidden = secret && (path.startsWith("data") || path.startsWith("stringData"));
        return hidden ? Mask.HIDDEN : mask.value(path, value);
    }

    private static Map<String, Object> byName(List<?> items) {
        Map<String, Object> named = new LinkedHashMap<>();
        items.forEach(item -> named.put(name(item), item));
        if (named.size() == items.size() && !named.containsKey("")) {
            return named;
        }
        Map<String, Object> numbered = new LinkedHashMap<>();
        items.forEach(item -> numbered.put(String.valueOf(numbered.size()), item));
        return numbered;
    }

    private static String name(Object item) {
        return item instanceof Map<?, ?> map ? Objects.toString(map.get("name"), "") : "";
    }

    private static String inside(String path, String key) {
        if (path.isEmpty()) {
            return key;
        }
        return key.matches("[\\w-]+") ? path + "." + key : path + "[" + key + "]";
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof Collection<?> list && list.isEmpty();
    }
}
