package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Settings of claims without effect, and modules whose data is always lost. */
final class StorageRules {

    private static final List<String> KEYS = List.of("existingClaim", "storageClass", "accessMode", "size");

    private StorageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (spec.find("persistence").filter(Boolean.TRUE::equals).isPresent()) {
            return lost(spec);
        }
        List<Problem> problems = new ArrayList<>();
        check(problems, "mysql", new ClusterSpec(spec.map("mysql")));
        check(problems, "nodemanager", new ClusterSpec(spec.map("nodemanager")));
        List<ClusterSpec> listed = MapList.of(spec, "nodemanager", "list");
        for (int index = 0; index < listed.size(); index++) {
            check(problems, "nodemanager.list[" + index + "]", listed.get(index));
        }
        return problems;
    }

    /** Reports one warning for each map. */
    private static void check(List<Problem> problems, String path, ClusterSpec settings) {
        KEYS.stream()
                .filter(key -> settings.text(key).isPresent())
                .findFirst()
                .map(key -> Problem.warning(
                        path + "." + key,
                        "has no effect without persistence, and the data is lost"
                                + " with the pod; set persistence: true to keep it in a claim"))
                .ifPresent(problems::add);
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
