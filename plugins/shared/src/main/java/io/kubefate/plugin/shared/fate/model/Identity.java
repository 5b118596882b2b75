package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whose objects they are. */
final class Identity {

    private Identity() {}

    /** {@return a new map of {@code name}, {@code namespace}, {@code partyId}, {@code selector} and {@code labels}} */
    static Map<String, Object> of(ClusterSpec spec) {
        BigInteger partyId = WholeNumber.or(0, spec, "partyId");
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", spec.name());
        model.put("namespace", spec.namespace());
        model.put("partyId", partyId);
        model.put("selector", selector(spec.name(), partyId));
        model.put("labels", labels(spec.name(), partyId));
        return model;
    }

    private static Map<String, Object> selector(String name, BigInteger partyId) {
        Map<String, Object> selector = new LinkedHashMap<>(); // in this order whenever it is printed
        selector.put("name", name);
        selector.put("partyId", partyId.toString());
        return selector;
    }

    /** The labels of the release; {@code heritage} says Helm because tools that look for FATE's objects expect it. */
    private static Map<String, Object> labels(String name, BigInteger partyId) {
        Map<String, Object> labels = selector(name, partyId);
        labels.put("owner", "kubefate");
        labels.put("cluster", "fate");
        labels.put("heritage", "Helm");
        labels.put("release", name);
        labels.put("chart", "fate");
        return labels;
    }
}
