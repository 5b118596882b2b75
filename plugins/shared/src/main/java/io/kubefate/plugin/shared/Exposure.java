package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The type of a module's Service, and its node ports. */
public final class Exposure {

    private static final Set<String> WITH_NODE_PORTS = Set.of("NodePort", "LoadBalancer");

    private Exposure() {}

    /**
     * Reports whether a module's Service has node ports.
     *
     * @param spec a cluster.yaml
     * @param module the key of the map with {@code type}, for example {@code rollsite}
     * @return false for ClusterIP
     */
    public static boolean hasNodePorts(ClusterSpec spec, String module) {
        return spec.text(module, "type").filter(WITH_NODE_PORTS::contains).isPresent();
    }

    /**
     * Returns the values that a template needs for the Service.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param module the key of the map with {@code type}
     * @param portKeys the keys of its node ports
     * @return {@code type}, and the node ports that are given and have an effect
     */
    public static Map<String, Object> of(ClusterSpec spec, String module, List<String> portKeys) {
        Map<String, Object> exposure = new LinkedHashMap<>();
        exposure.put("type", type(spec, module));
        if (hasNodePorts(spec, module)) {
            portKeys.forEach(key -> WholeNumber.find(spec, module, key).ifPresent(port -> exposure.put(key, port)));
        }
        return exposure;
    }

    private static String type(ClusterSpec spec, String module) {
        return Required.text(spec, module, "type");
    }
}
