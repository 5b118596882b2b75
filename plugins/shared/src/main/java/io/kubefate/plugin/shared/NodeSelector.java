package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Node selectors. */
public final class NodeSelector {

    private NodeSelector() {}

    /**
     * Reads a selector.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param keys where, as in {@link ClusterSpec#find}
     * @return label to value, both text; empty if there is none
     */
    public static Map<String, Object> of(ClusterSpec spec, String... keys) {
        Map<String, Object> selector = new LinkedHashMap<>();
        spec.map(keys).forEach((label, value) -> selector.put(label, value == null ? "" : String.valueOf(value)));
        return selector;
    }
}
