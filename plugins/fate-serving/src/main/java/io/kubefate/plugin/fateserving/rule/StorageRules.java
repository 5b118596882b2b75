package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.fateserving.model.RedisModel;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.UnusedStorage;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Settings of claims without effect, and deprecated storage keys at the top level. */
final class StorageRules {

    private StorageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        RedisModel.STORAGE_KEYS.stream()
                .filter(key -> spec.find(key).isPresent())
                .map(key -> Problem.warning(key, "is deprecated; use servingRedis." + key))
                .forEach(problems::add);
        if (!Flag.isSet(spec, "persistence")) {
            UnusedStorage.find("servingServer", new ClusterSpec(spec.map("servingServer")))
                    .ifPresent(problems::add);
            UnusedStorage.find("servingRedis", new ClusterSpec(spec.map("servingRedis")))
                    .ifPresent(problems::add);
        }
        return problems;
    }
}
