package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys {@code nodeSelector}, {@code tolerations} and {@code affinity} of a module: on which nodes its pods run. */
public final class Placement {

    private Placement() {}

    /**
     * Returns the fields of the pod's spec.
     *
     * @param settings the map of a module that the schema accepts
     * @return those of the three keys that are given, without keys that have no value
     */
    public static Map<String, Object> of(ClusterSpec settings) {
        Map<String, Object> placement = new LinkedHashMap<>();
        Map<String, Object> selector = NodeSelector.of(settings, "nodeSelector");
        if (!selector.isEmpty()) {
            placement.put("nodeSelector", selector);
        }
        given(settings.list("tolerations")).ifPresent(tolerations -> placement.put("tolerations", tolerations));
        given(settings.map("affinity")).ifPresent(affinity -> placement.put("affinity", affinity));
        return placement;
    }

    /** {@return the value without the keys that have none: null, empty text, and maps and lists without a value} */
    private static Optional<Object> given(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, child) -> given(child).ifPresent(found -> copy.put(String.valueOf(key), found)));
            return copy.isEmpty() ? Optional.empty() : Optional.of(copy);
        }
        if (value instanceof List<?> list) {
            List<Object> copy =
                    list.stream().flatMap(child -> given(child).stream()).toList();
            return copy.isEmpty() ? Optional.empty() : Optional.of(copy);
        }
        return "".equals(value) ? Optional.empty() : Optional.ofNullable(value);
    }
}
