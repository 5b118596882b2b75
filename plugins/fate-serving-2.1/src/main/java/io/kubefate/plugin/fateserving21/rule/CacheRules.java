package io.kubefate.plugin.fateserving21.rule;

import io.kubefate.plugin.fateserving21.model.ServerModel;
import io.kubefate.plugin.shared.serving.RedisAddress;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** A Redis that serving-server does not use, because its cache is in memory. */
final class CacheRules {

    private CacheRules() {}

    static List<Problem> check(ClusterSpec spec) {
        boolean redis = spec.hasModule("servingRedis") || RedisAddress.isExternal(spec);
        if (!redis || !spec.hasModule("servingServer") || ServerModel.usesRedis(spec.withDefaults())) {
            return List.of();
        }
        return List.of(Problem.warning(
                "servingServer.cacheType",
                "is local, so nothing uses Redis; set it to redis, or remove "
                        + (spec.hasModule("servingRedis") ? "servingRedis from modules" : "externalRedisIp")));
    }
}
