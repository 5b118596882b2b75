package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.fateserving.model.RedisModel;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Settings of claims without effect, and deprecated storage keys at the top level. */
final class StorageRules {

    private static final List<String> KEYS = List.of("existingClaim", "storageClass", "accessMode", "size");

    private StorageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        RedisModel.STORAGE_KEYS.stream()
                .filter(key -> spec.find(key).isPresent())
                .map(key -> Problem.warning(key, "is deprecated; use servingRedis." + key))
                .forEach(problems::add);
        if (spec.find("persistence").filter(Boolean.TRUE::equals).isEmpty()) {
            withoutEffect(problems, spec, "servingServer");
            withoutEffect(problems, spec, "servingRedis");
        }
        return problems;
    }

    /** Reports one warning for each map. */
    private static void withoutEffect(List<Problem> problems, ClusterSpec spec, String module) {
        KEYS.stream()
                .filter(key -> spec.text(module, key).isPresent())
                .findFirst()
                .map(key -> Problem.warning(
                        module + "." + key,
                        "has no effect without persistence, and the data is lost"
                                + " with the pod; set persistence: true to keep it in a claim"))
                .ifPresent(problems::add);
    }
}
