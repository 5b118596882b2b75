package io.kubefate.planning.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubefate.planning.manifest.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that others added to an object and that are not desired. Applying the object again would leave them, because
 * Kubernetes removes only fields that the applier set before. The owner of each field is in {@code metadata.managedFields}
 * (Kubernetes, "Server-Side Apply", format FieldsV1).
 */
public final class ForeignFields {

    private static final TypeReference<Map<String, Object>> KEYS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    /** Status and annotations such as that of {@code kubectl rollout restart}, which do not change the desired behavior. */
    private static final Set<String> IGNORED = Set.of("f:status", "f:metadata", "f:apiVersion", "f:kind");

    private final List<FieldChange> changes = new ArrayList<>();
    private final Mask mask;
    private final boolean secret;

    private ForeignFields(Mask mask, boolean secret) {
        this.mask = mask;
        this.secret = secret;
    }

    /**
     * Finds the foreign fields of an object.
     *
     * @param live the object in Kubernetes
     * @param wanted the desired object
     * @param mask hides passwords
     * @return each field to remove, with its value
     */
    static List<FieldChange> of(Manifest live, Manifest wanted, Mask mask) {
        ForeignFields fields = new ForeignFields(mask, live.kind().equals("Secret"));
        fields.stripped(live, wanted);
        return List.copyOf(fields.changes);
    }

    /**
     * Removes the foreign fields of an object.
     *
     * @param live the object in Kubernetes
     * @param wanted the desired object
     * @return the live object without them; equal to {@code live} if there are none
     */
    public static Manifest strip(Manifest live, Manifest wanted) {
        return new ForeignFields(Mask.of(List.of()), false).stripped(live, wanted);
    }

    /** Kubernetes does not let the fields of a claim go, so it has none. */
    private Manifest stripped(Manifest live, Manifest wanted) {
        if (live.ref().isClaim()) {
            return live;
        }
        Map<String, Object> foreign = new HashMap<>();
        Map<String, Object> ours = new HashMap<>();
        if (live.metadata().get("managedFields") instanceof Collection<?> entries) {
            for (Object item : entries) {
                Map<String, Object> entry = map(item);
                boolean own = LastWriter.SYSTEM.contains(String.valueOf(entry.get("manager")));
                FieldSets.merge(own ? ours : foreign, map(entry.get("fieldsV1")));
            }
        }
        return new Manifest(map(stripped("", live.content(), wanted.content(), foreign, ours)));
    }

    /** Returns a value without the fields that only others have set. */
    private Object stripped(
            String path, Object live, @Nullable Object wanted, Map<String, Object> foreign, Map<String, Object> ours) {
        if (live instanceof Map<?, ?>) {
            Map<String, Object> kept = new LinkedHashMap<>(map(live));
            foreign.forEach((key, below) -> {
                String name = key.startsWith("f:") ? key.substring(2) : "";
                if (kept.get(name) != null && !IGNORED.contains(key)) {
                    Object value = kept.remove(name);
                    String inside = path.isEmpty() ? name : path + "." + name;
                    keep(inside, value, map(wanted).get(name), map(below), ours, key)
                            .forEach(rest -> kept.put(name, rest));
                }
            });
            return kept;
        }
        return live instanceof Collection<?> items ? strippedItems(path, items, wanted, foreign, ours) : live;
    }

    private List<Object> strippedItems(
            String path,
            Collection<?> items,
            @Nullable Object wanted,
            Map<String, Object> foreign,
            Map<String, Object> ours) {
        List<Object> kept = new ArrayList<>();
        for (Object item : items) {
            String key = foreign.keySet().stream()
                    .filter(name -> name.startsWith("k:") && isItem(item, name))
                    .findFirst()
                    .orElse("");
            if (key.isEmpty()) {
                kept.add(item);
                continue;
            }
            Object same = list(wanted).stream()
                    .filter(other -> isItem(other, key))
                    .findFirst()
                    .orElse(null);
            String inside = path + "[" + keys(key).values().iterator().next() + "]";
            kept.addAll(keep(inside, item, same, map(foreign.get(key)), ours, key));
        }
        return kept;
    }

    /** Returns the value, or nothing if it is removed. */
    private List<Object> keep(
            String path,
            Object value,
            @Nullable Object wanted,
            Map<String, Object> foreign,
            Map<String, Object> ours,
            String key) {
        if (wanted != null) {
            return List.of(stripped(path, value, wanted, foreign, map(ours.get(key))));
        }
        if (ours.containsKey(key)) {
            return List.of(value);
        }
        changes.add(new FieldChange(path, secret ? Mask.HIDDEN : mask.value(path, value), ""));
        return List.of();
    }

    private static boolean isItem(Object item, String key) {
        Map<String, Object> fields = map(item);
        return keys(key).entrySet().stream()
                .allMatch(field ->
                        Objects.equals(String.valueOf(fields.get(field.getKey())), String.valueOf(field.getValue())));
    }

    /** Parses a key such as {@code k:{"containerPort":80,"protocol":"TCP"}}. */
    private static Map<String, Object> keys(String key) {
        try {
            return JSON.readValue(key.substring(2), KEYS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("invalid key of a list item: " + key, e);
        }
    }

    private static Collection<?> list(@Nullable Object value) {
        return value instanceof Collection<?> items ? items : List.of();
    }

    @SuppressWarnings("unchecked") // JSON maps have string keys
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
