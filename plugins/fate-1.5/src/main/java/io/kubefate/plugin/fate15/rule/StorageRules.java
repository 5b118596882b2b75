package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.shared.Entries;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Claims are made only with persistence, and only for some. */
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
        List<ClusterSpec> listed = Entries.of(spec, "nodemanager", "list");
        for (int index = 0; index < listed.size(); index++) {
            check(problems, "nodemanager.list[" + index + "]", listed.get(index));
        }
        return problems;
    }

    /** One warning for each map is enough. */
    private static void check(List<Problem> problems, String path, ClusterSpec settings) {
        KEYS.stream()
                .filter(key -> settings.text(key).isPresent())
                .findFirst()
                .map(key -> Problem.warning(
                        path + "." + key,
                        "has no effect without persistence, and the data are lost"
                                + " with the pod; write persistence: true to keep them in a claim"))
                .ifPresent(problems::add);
    }

    private static List<Problem> lost(ClusterSpec spec) {
        return List.of("hdfs", "rabbitmq").stream()
                .filter(spec::hasModule)
                .map(module -> Problem.warning(
                        "persistence",
                        "keeps no data of " + module
                                + ", which are lost with its pod; take one outside if they must last"))
                .toList();
    }
}
