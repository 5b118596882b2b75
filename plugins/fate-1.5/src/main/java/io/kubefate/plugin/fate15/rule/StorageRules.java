package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.UnusedStorage;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Settings of claims without effect, and modules whose data is always lost. */
final class StorageRules {

    private StorageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (Flag.isSet(spec, "persistence")) {
            return lost(spec);
        }
        List<Problem> problems = new ArrayList<>();
        UnusedStorage.find("mysql", new ClusterSpec(spec.map("mysql"))).ifPresent(problems::add);
        UnusedStorage.find("nodemanager", new ClusterSpec(spec.map("nodemanager")))
                .ifPresent(problems::add);
        List<ClusterSpec> listed = MapList.of(spec, "nodemanager", "list");
        for (int index = 0; index < listed.size(); index++) {
            UnusedStorage.find("nodemanager.list[" + index + "]", listed.get(index))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private static List<Problem> lost(ClusterSpec spec) {
        return List.of("hdfs", "rabbitmq").stream()
                .filter(spec::hasModule)
                .map(module -> Problem.warning(
                        "persistence",
                        "does not keep the data of " + module
                                + ", which is lost with its pod; use an external one to keep it"))
                .toList();
    }
}
