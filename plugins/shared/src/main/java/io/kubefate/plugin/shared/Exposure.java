package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a module's Service can be reached: its type and the node ports that the type allows. */
public final class Exposure {

    private static final Set<String> WITH_NODE_PORTS = Set.of("NodePort", "LoadBalancer");

    private Exposure() {}

    /**
     * Whether a module's Service has node ports.
     *
     * @param spec the cluster.yaml
     * @param module the key of the map with {@code type}, for example {@code rollsite}
     * @return false for a Service inside the cluster, which is the default
     */
    public static boolean hasNodePorts(ClusterSpec spec, String module) {
        return WITH_NODE_PORTS.contains(type(spec, module));
    }

    /**
     * What a template needs to make the Service.
     *
     * @param spec the cluster.yaml
     * @param module the key of the map with {@code type}
     * @param portKeys the keys of its node ports
     * @return the entry {@code type}, and those of the port keys that are given and have an effect
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
        return spec.text(module, "type").orElse("ClusterIP");
    }
}
