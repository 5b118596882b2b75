package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole of what the templates see. */
public final class ClusterModel {

    private static final List<String> MODULES =
            List.of("mysql", "clustermanager", "nodemanager", "rollsite", "python", "fateboard", "client");

    private ClusterModel() {}

    /**
     * Fills in the defaults of FATE 1.5.0.
     *
     * @param spec a cluster.yaml without errors
     * @return {@code name}, {@code namespace}, {@code partyId}, {@code labels} of all objects and {@code selector} of pods,
     *     {@code images}, {@code pullPolicy}, {@code istio}, {@code on} (a boolean for each module), {@code serving}, and a map
     *     for each part; an optional entry that is not wanted, such as a node port, is left out
     */
    public static Map<String, Object> of(ClusterSpec spec) {
        boolean persistent = isTrue(spec, "persistence");
        Map<String, Object> model = identity(spec);
        model.put("images", Images.of(spec));
        model.put("pullPolicy", spec.text("pullPolicy").orElse("IfNotPresent"));
        model.put("istio", isTrue(spec, "istio", "enabled"));
        model.put("on", enabled(spec));
        model.put("mysql", MysqlModel.of(spec, persistent));
        model.put("clustermanager", Map.of("nodeSelector", NodeSelector.of(spec, "clustermanager", "nodeSelector")));
        model.put("nodemanagers", nodeManagers(spec, persistent));
        model.put("rollsite", RollsiteModel.of(spec));
        model.put("python", PythonModel.of(spec));
        model.put("fateboard", Exposure.of(spec, "fateboard", List.of("nodePort")));
        model.put("client", Exposure.of(spec, "client", List.of()));
        model.put("rabbitmqRoutes", PythonModel.rabbitmqRoutes(spec));
        model.put("serving", serving(spec));
        return model;
    }

    private static Map<String, Object> identity(ClusterSpec spec) {
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

    private static Map<String, Object> enabled(ClusterSpec spec) {
        Map<String, Object> enabled = new LinkedHashMap<>();
        MODULES.forEach(module -> enabled.put(module, spec.hasModule(module)));
        return enabled;
    }

    private static List<Map<String, Object>> nodeManagers(ClusterSpec spec, boolean persistent) {
        return NodeManager.of(spec).stream()
                .map(node -> node.toModel(persistent))
                .toList();
    }

    /** The address keeps its colon when nothing is given, as the client's environment always had it. */
    private static Map<String, Object> serving(ClusterSpec spec) {
        String ip = spec.text("servingIp").orElse("");
        String port = WholeNumber.find(spec, "servingPort").map(String::valueOf).orElse("");
        return Map.of("given", !(ip + port).isEmpty(), "address", ip + ":" + port);
    }

    private static boolean isTrue(ClusterSpec spec, String... keys) {
        return spec.find(keys).filter(Boolean.TRUE::equals).isPresent();
    }
}
