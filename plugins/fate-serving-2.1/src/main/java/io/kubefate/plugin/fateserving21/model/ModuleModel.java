package io.kubefate.plugin.fateserving21.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.Placement;
import io.kubefate.plugin.shared.Storage;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the maps of the modules have in common: placement, Service and storage. */
final class ModuleModel {

    private final String module;
    private final ClusterSpec spec;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private ModuleModel(String module, ClusterSpec spec) {
        this.module = module;
        this.spec = spec;
    }

    /**
     * Starts with {@code placement}, the fields of the pod.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param module the key of the map
     */
    static ModuleModel of(ClusterSpec spec, String module) {
        return new ModuleModel(module, spec).with("placement", Placement.of(new ClusterSpec(spec.map(module))));
    }

    /** Adds {@code type} of the Service, and {@code loadBalancerIP} and the node ports that have an effect. */
    ModuleModel exposed(String... portKeys) {
        values.putAll(Exposure.of(spec, module, List.of(portKeys)));
        return this;
    }

    /** Adds {@code storage}, the variables of {@code lib/storage.yaml.ftl}. */
    ModuleModel stored(String workload, boolean persistent) {
        return with(
                "storage",
                Storage.of(workload, new ClusterSpec(spec.map(module))).toModel(persistent));
    }

    ModuleModel with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    Map<String, Object> values() {
        return values;
    }
}
