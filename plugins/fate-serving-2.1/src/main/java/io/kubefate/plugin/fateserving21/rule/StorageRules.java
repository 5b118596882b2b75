package io.kubefate.plugin.fateserving21.rule;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.UnusedStorage;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Settings of claims without effect. */
final class StorageRules {

    private StorageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        return Flag.isSet(spec, "persistence")
                ? List.of()
                : Stream.of("servingServer", "servingRedis", "servingZookeeper")
                        .flatMap(module -> UnusedStorage.find(module, new ClusterSpec(spec.map(module))).stream())
                        .toList();
    }
}
