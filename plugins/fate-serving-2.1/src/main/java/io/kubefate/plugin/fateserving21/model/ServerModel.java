package io.kubefate.plugin.fateserving21.model;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** serving-server: its Service, storage and cache, and where it gets models and features. */
public final class ServerModel {

    private static final String MODULE = "servingServer";

    private ServerModel() {}

    /**
     * Reports whether the cluster has a serving-server that uses Redis.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return false if its cache is in memory
     */
    public static boolean usesRedis(ClusterSpec spec) {
        return spec.hasModule(MODULE)
                && spec.text(MODULE, "cacheType").filter("redis"::equals).isPresent();
    }

    static Map<String, Object> of(ClusterSpec spec, boolean persistent) {
        return ModuleModel.of(spec, MODULE)
                .exposed("nodePort", "httpNodePort")
                .stored("serving-server", persistent)
                .with(
                        "fateFlow",
                        Map.of(
                                "ip", Required.text(spec, MODULE, "fateflow", "ip"),
                                "port", Required.number(spec, MODULE, "fateflow", "port")))
                .with("cacheSwitch", Flag.isSet(spec, MODULE, "cacheSwitch"))
                .with("cacheType", Required.text(spec, MODULE, "cacheType"))
                .with("singleAdaptor", Required.text(spec, MODULE, "singleAdaptor"))
                .with("batchAdaptor", Required.text(spec, MODULE, "batchAdaptor"))
                .with("adapterUrl", Required.text(spec, MODULE, "AdapterURL"))
                .values();
    }
}
