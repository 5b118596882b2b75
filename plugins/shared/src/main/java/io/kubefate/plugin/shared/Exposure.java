package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The type of a Service, its node ports and the address of its load balancer. */
public final class Exposure {

    private static final Set<String> WITH_NODE_PORTS = Set.of("NodePort", "LoadBalancer");

    private static final String LOAD_BALANCER_IP = "loadBalancerIP";

    private Exposure() {}

    /**
     * Reports whether a module's Service has node ports.
     *
     * @param spec a cluster.yaml
     * @param module the key of the map with {@code type}, for example {@code rollsite}
     * @return false for ClusterIP
     */
    public static boolean hasNodePorts(ClusterSpec spec, String module) {
        return hasNodePorts(new ClusterSpec(spec.map(module)));
    }

    /**
     * Reports whether a Service has node ports.
     *
     * @param settings the map with {@code type}
     * @return false for ClusterIP
     */
    public static boolean hasNodePorts(ClusterSpec settings) {
        return settings.text("type").filter(WITH_NODE_PORTS::contains).isPresent();
    }

    /**
     * Returns the values that a template needs for the Service of a module.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param module the key of the map with {@code type}
     * @param portKeys the keys of its node ports
     * @return see {@link #of(ClusterSpec, List)}
     */
    public static Map<String, Object> of(ClusterSpec spec, String module, List<String> portKeys) {
        return of(new ClusterSpec(spec.map(module)), portKeys);
    }

    /**
     * Returns the values that a template needs for a Service.
     *
     * @param settings the map with {@code type}, with the schema's defaults
     * @param portKeys the keys of its node ports
     * @return {@code type}, and the node ports and {@code loadBalancerIP} that are given and have an effect
     */
    public static Map<String, Object> of(ClusterSpec settings, List<String> portKeys) {
        Map<String, Object> exposure = new LinkedHashMap<>();
        String type = Required.text(settings, "type");
        exposure.put("type", type);
        if (hasNodePorts(settings)) {
            portKeys.forEach(key -> WholeNumber.find(settings, key).ifPresent(port -> exposure.put(key, port)));
        }
        if (type.equals("LoadBalancer")) {
            settings.text(LOAD_BALANCER_IP).ifPresent(address -> exposure.put(LOAD_BALANCER_IP, address));
        }
        return exposure;
    }
}
