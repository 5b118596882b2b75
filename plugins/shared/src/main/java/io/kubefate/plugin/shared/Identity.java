package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whose objects they are: the part of a model that every template needs. */
public final class Identity {

    private Identity() {}

    /**
     * Reads it of a cluster.
     *
     * @param spec the cluster; an absent party id counts as 0
     * @param labels what every object of the chart bears besides {@code name}, {@code partyId} and {@code owner}, in this order
     * @return a new map of {@code name}, {@code namespace}, {@code partyId}, {@code selector} (of pods) and {@code labels}
     */
    public static Map<String, Object> of(ClusterSpec spec, Map<String, String> labels) {
        BigInteger partyId = WholeNumber.or(0, spec, "partyId");
        Map<String, Object> all = selector(spec.name(), partyId);
        all.put("owner", "kubefate");
        all.putAll(labels);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", spec.name());
        model.put("namespace", spec.namespace());
        model.put("partyId", partyId);
        model.put("selector", selector(spec.name(), partyId));
        model.put("labels", all);
        return model;
    }

    private static Map<String, Object> selector(String name, BigInteger partyId) {
        Map<String, Object> selector = new LinkedHashMap<>(); // in this order whenever it is printed
        selector.put("name", name);
        selector.put("partyId", partyId.toString());
        return selector;
    }
}
