package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of maps. */
public final class MapList {

    private MapList() {}

    /**
     * Returns the entries of a list.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param keys the path of the list, as in {@link ClusterSpec#find}
     * @return one for each entry; empty for an entry that is not a map
     */
    public static List<ClusterSpec> of(ClusterSpec spec, String... keys) {
        return spec.list(keys).stream().map(MapList::entry).toList();
    }

    private static ClusterSpec entry(Object value) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> values.put(String.valueOf(key), element));
        }
        return new ClusterSpec(values);
    }
}
