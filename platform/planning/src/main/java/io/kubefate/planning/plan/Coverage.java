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
 * Whether a live object has every field that is wanted, whatever else it has. A yes is sure: to apply the object again would change
 * nothing. A no may only mean that Kubernetes writes a value in another way ({@code 1000m} for {@code 1}); then its dry run has the
 * last word.
 */
public final class Coverage {

    private Coverage() {}

    /** {@return whether nothing that is wanted is missing or different} */
    public static boolean covers(Manifest live, Manifest wanted) {
        return covers(live.content(), plain(wanted));
    }

    /** Without the mark that says who wrote it last, and with a Secret's texts as the API server keeps them. */
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

    /** In the same order: that of containers and ports is kept, and that of arguments matters. */
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
