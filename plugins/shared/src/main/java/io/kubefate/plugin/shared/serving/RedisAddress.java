package io.kubefate.plugin.shared.serving;

import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Map;

/** The Redis that serving-server uses: the module {@code servingRedis}, or the one that {@code externalRedisIp} names. */
public final class RedisAddress {

    /** The workload and the Service of the module {@code servingRedis}. */
    public static final String OWN = "serving-redis";

    private static final BigInteger PORT = BigInteger.valueOf(6379);

    private RedisAddress() {}

    /**
     * Reports whether the cluster uses an external Redis.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return true if {@code externalRedisIp} is set to another name than that of the module's Service
     */
    public static boolean isExternal(ClusterSpec spec) {
        return spec.text("externalRedisIp").filter(ip -> !ip.equals(OWN)).isPresent();
    }

    /**
     * Returns the address.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return {@code ip}, {@code port} and {@code password}
     */
    public static Map<String, Object> of(ClusterSpec spec) {
        String password = Required.text(spec, "servingRedis", "password");
        if (spec.hasModule("servingRedis") && !isExternal(spec)) {
            return address(OWN, PORT, password);
        }
        return address(
                spec.text("externalRedisIp").orElse(OWN),
                WholeNumber.find(spec, "externalRedisPort").orElse(PORT),
                spec.text("externalRedisPassword").orElse(password));
    }

    private static Map<String, Object> address(String ip, BigInteger port, String password) {
        return Map.of("ip", ip, "port", port, "password", password);
    }
}
