package io.kubefate.plugin.fate15.model;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels that a node must have to run a pod. */
final class NodeSelector {

    private NodeSelector() {}

    static Map<String, Object> of(ClusterSpec spec, String... keys) {
        Map<String, Object> selector = new LinkedHashMap<>();
        spec.map(keys).forEach((label, value) -> selector.put(label, value == null ? "" : String.valueOf(value)));
        return selector;
    }
}
