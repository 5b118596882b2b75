package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of maps. */
public final class Entries {

    private Entries() {}

    /**
     * The entries of a list, to be read like a cluster.yaml of their own.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param keys where the list is, as in {@link ClusterSpec#find}
     * @return one for each entry; without keys where an entry is no map
     */
    public static List<ClusterSpec> of(ClusterSpec spec, String... keys) {
        return spec.list(keys).stream().map(Entries::entry).toList();
    }

    private static ClusterSpec entry(Object value) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> values.put(String.valueOf(key), element));
        }
        return new ClusterSpec(values);
    }
}
