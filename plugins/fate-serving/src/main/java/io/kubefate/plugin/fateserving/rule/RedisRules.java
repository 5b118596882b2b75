package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.fateserving.model.RedisModel;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Redis is either deployed here or named. */
final class RedisRules {

    private RedisRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        boolean external = RedisModel.isExternal(spec);
        if (spec.hasModule("servingRedis")) {
            problems.addAll(external ? both() : unused(spec));
        }
        if (spec.hasModule("servingServer") && !spec.hasModule("servingRedis") && !external) {
            problems.add(Problem.warning(
                    "modules",
                    "has no servingRedis, and externalRedisIp names no other Redis, so serving-server finds none;"
                            + " add servingRedis to modules, or give externalRedisIp"));
        }
        return problems;
    }

    private static List<Problem> both() {
        return List.of(Problem.warning(
                "externalRedisIp",
                "names another Redis than the one that the module servingRedis deploys, which nobody will use;"
                        + " remove servingRedis from modules, or remove this line"));
    }

    private static List<Problem> unused(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        if (spec.text("externalRedisPort").filter(port -> !port.equals("6379")).isPresent()) {
            problems.add(Problem.warning(
                    "externalRedisPort",
                    "has no effect: the Redis of the module servingRedis listens on 6379;"
                            + " for one outside give externalRedisIp and remove servingRedis from modules"));
        }
        if (contradicts(spec)) {
            problems.add(Problem.warning(
                    "externalRedisPassword",
                    "has no effect: the Redis of the module servingRedis takes servingRedis.password; write it there,"
                            + " or for a Redis outside give externalRedisIp and remove servingRedis from modules"));
        }
        return problems;
    }

    private static boolean contradicts(ClusterSpec spec) {
        String own = spec.text("servingRedis", "password").orElse("fate_dev");
        return spec.text("externalRedisPassword")
                .filter(password -> !password.equals(own))
                .isPresent();
    }
}
