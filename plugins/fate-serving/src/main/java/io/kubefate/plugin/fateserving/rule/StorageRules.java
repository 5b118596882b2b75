package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.fateserving.model.Defaults;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Claims are made only with persistence, and Redis's settings stand in its map. */
final class StorageRules {

    private static final List<String> KEYS = List.of("existingClaim", "storageClass", "accessMode", "size");

    private StorageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        Defaults.STORAGE_KEYS.stream()
                .filter(key -> spec.find(key).isPresent())
                .map(key -> Problem.warning(key, "is taken for servingRedis." + key + "; write it there"))
                .forEach(problems::add);
        if (spec.find("persistence").filter(Boolean.TRUE::equals).isEmpty()) {
            withoutEffect(problems, spec, "servingServer");
            withoutEffect(problems, spec, "servingRedis");
        }
        return problems;
    }

    /** One warning for each map is enough. */
    private static void withoutEffect(List<Problem> problems, ClusterSpec spec, String module) {
        KEYS.stream()
                .filter(key -> spec.text(module, key).isPresent())
                .findFirst()
                .map(key -> Problem.warning(
                        module + "." + key,
                        "has no effect without persistence, and the data are lost"
                                + " with the pod; write persistence: true to keep them in a claim"))
                .ifPresent(problems::add);
    }
}
