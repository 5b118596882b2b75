package io.kubefate.plugin.shared.serving;

import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Redis is deployed by the module {@code servingRedis} or named by {@code externalRedisIp}. */
public final class RedisRules {

    private RedisRules() {}

    /**
     * Checks that serving-server has one Redis.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param needed whether serving-server uses Redis
     * @return a warning for a Redis that is missing, and for each setting without effect
     */
    public static List<Problem> check(ClusterSpec spec, boolean needed) {
        List<Problem> problems = new ArrayList<>();
        boolean external = RedisAddress.isExternal(spec);
        if (spec.hasModule("servingRedis")) {
            problems.addAll(external ? both() : unused(spec));
        }
        if (needed && !spec.hasModule("servingRedis") && !external) {
            problems.add(Problem.warning(
                    "modules",
                    "servingRedis is missing, and externalRedisIp does not name an external Redis, so serving-server"
                            + " has none; add servingRedis to modules, or set externalRedisIp"));
        }
        return problems;
    }

    private static List<Problem> both() {
        return List.of(Problem.warning(
                "externalRedisIp",
                "names an external Redis, so nothing uses the module servingRedis;"
                        + " remove servingRedis from modules, or remove this line"));
    }

    private static List<Problem> unused(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        if (spec.text("externalRedisPort").filter(port -> !port.equals("6379")).isPresent()) {
            problems.add(Problem.warning(
                    "externalRedisPort",
                    "has no effect: the Redis of the module servingRedis listens on 6379;"
                            + " for an external Redis set externalRedisIp and remove servingRedis from modules"));
        }
        if (contradicts(spec)) {
            problems.add(Problem.warning(
                    "externalRedisPassword",
                    "has no effect: the password of the module servingRedis is servingRedis.password; set this key,"
                            + " or for an external Redis set externalRedisIp and remove servingRedis from modules"));
        }
        return problems;
    }

    private static boolean contradicts(ClusterSpec spec) {
        String own = Required.text(spec.withDefaults(), "servingRedis", "password");
        return spec.text("externalRedisPassword")
                .filter(password -> !password.equals(own))
                .isPresent();
    }
}
