package io.kubefate.plugin.fateserving.model;

import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Storage;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** Redis: how to deploy it if the module {@code servingRedis} is on, and where serving-server finds it. */
public final class RedisModel {

    /** The Service of the module. */
    private static final String DEPLOYED_HERE = "serving-redis";

    private static final int PORT = 6379;

    private RedisModel() {}

    /**
     * Whether cluster.yaml names a Redis of somebody else.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return true if {@code externalRedisIp} is given and is not the name of this cluster's own
     */
    public static boolean isExternal(ClusterSpec spec) {
        return spec.text("externalRedisIp")
                .filter(ip -> !ip.equals(DEPLOYED_HERE))
                .isPresent();
    }

    static Map<String, Object> of(ClusterSpec spec, boolean persistent) {
        String password = spec.text("servingRedis", "password").orElse("");
        boolean own = spec.hasModule("servingRedis") && !isExternal(spec);
        return Map.of(
                "password",
                password,
                "nodeSelector",
                NodeSelector.of(spec, "servingRedis", "nodeSelector"),
                "storage",
                Storage.of(DEPLOYED_HERE, new ClusterSpec(spec.map("servingRedis")))
                        .toModel(persistent),
                "address",
                own ? address(DEPLOYED_HERE, PORT, password) : external(spec, password));
    }

    private static Map<String, Object> external(ClusterSpec spec, String password) {
        return address(
                spec.text("externalRedisIp").orElse(DEPLOYED_HERE),
                WholeNumber.or(PORT, spec, "externalRedisPort"),
                spec.text("externalRedisPassword").orElse(password));
    }

    private static Map<String, Object> address(String ip, Number port, String password) {
        return Map.of("ip", ip, "port", port, "password", password);
    }
}
