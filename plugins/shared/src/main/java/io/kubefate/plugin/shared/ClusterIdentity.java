package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Name, namespace, party and labels: the part of a model that every template needs. */
public final class ClusterIdentity {

    private ClusterIdentity() {}

    /**
     * Returns the identity of a cluster.
     *
     * @param spec a cluster.yaml without errors
     * @param labels the labels of every object in addition to {@code name}, {@code partyId} and {@code owner}, in this order
     * @return a new map of {@code name}, {@code namespace}, {@code partyId}, {@code selector} (of pods) and {@code labels}
     */
    public static Map<String, Object> of(ClusterSpec spec, Map<String, String> labels) {
        BigInteger partyId = Required.number(spec, "partyId");
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
