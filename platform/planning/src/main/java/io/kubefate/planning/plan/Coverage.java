package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a live object has every desired field, whatever else it has. If it covers the desired object, applying it again
 * changes nothing. If it does not, Kubernetes may only write a value differently ({@code 1000m} for {@code 1}); then the dry run
 * decides.
 */
public final class Coverage {

    private Coverage() {}

    /** Returns whether no desired field is missing or different. */
    public static boolean covers(Manifest live, Manifest wanted) {
        return covers(live.content(), plain(wanted));
    }

    /** Returns the object without the annotation of the revision, and with {@code stringData} as the API server stores it. */
    private static Map<String, Object> plain(Manifest wanted) {
        Map<String, Object> content = new HashMap<>(wanted.content());
        Map<String, Object> metadata = new HashMap<>(wanted.metadata());
        Map<String, Object> annotations = new HashMap<>(Manifest.map(metadata, "annotations"));
        annotations.remove(Ownership.REVISION);
        metadata.put("annotations", annotations);
        content.put("metadata", metadata);
        if (content.remove("stringData") instanceof Map<?, ?> texts) {
            Map<String, Object> data = new HashMap<>(Manifest.map(content, "data"));
            texts.forEach((key, text) -> data.put(String.valueOf(key), base64(String.valueOf(text))));
            content.put("data", data);
        }
        return content;
    }

    private static boolean covers(@Nullable Object live, @Nullable Object wanted) {
        if (wanted instanceof Map<?, ?> fields) {
            Object there = live == null ? Map.of() : live;
            return there instanceof Map<?, ?> map && hasAll(map, fields);
        }
        if (wanted instanceof Collection<?> items) {
            Object there = live == null ? List.of() : live;
            return there instanceof Collection<?> list && hasAll(list, items);
        }
        return wanted == null || Objects.equals(String.valueOf(live), String.valueOf(wanted));
    }

    private static boolean hasAll(Map<?, ?> live, Map<?, ?> wanted) {
        return wanted.entrySet().stream().allMatch(field -> covers(live.get(field.getKey()), field.getValue()));
    }

    /** The order counts: the API server keeps that of containers and ports, and arguments depend on it. */
    private static boolean hasAll(Collection<?> live, Collection<?> wanted) {
        if (live.size() != wanted.size()) {
            return false;
        }
        List<?> found = List.copyOf(live);
        List<?> items = List.copyOf(wanted);
        for (int i = 0; i < items.size(); i++) {
            if (!covers(found.get(i), items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
