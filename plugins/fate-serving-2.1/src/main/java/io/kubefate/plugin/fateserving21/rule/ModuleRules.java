package io.kubefate.plugin.fateserving21.rule;

import io.kubefate.plugin.shared.DuplicateModules;
import io.kubefate.plugin.shared.ModuleDependency;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Duplicate modules, and modules that need each other. */
final class ModuleRules {

    private static final List<ModuleDependency> DEPENDENCIES = List.of(
            new ModuleDependency(
                    "servingServer", "servingProxy", "it exchanges requests with other parties through serving-proxy"),
            new ModuleDependency("servingRedis", "servingServer", "only serving-server uses Redis"),
            new ModuleDependency("servingAdmin", "servingZookeeper", "it finds the other modules in ZooKeeper"));

    private static final ModuleDependency PROXY = new ModuleDependency(
            "servingProxy", "servingServer", "it forwards the requests for this party to serving-server");

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (spec.modules().isEmpty()) {
            return List.of(Problem.warning(
                    "modules",
                    "is empty, so nothing is deployed; list servingProxy, servingServer, servingRedis, servingZookeeper"
                            + " and servingAdmin"));
        }
        List<Problem> problems = new ArrayList<>(DuplicateModules.check(spec));
        problems.addAll(ModuleDependency.check(spec, DEPENDENCIES));
        if (!isExchange(spec)) {
            problems.addAll(ModuleDependency.check(spec, List.of(PROXY)));
        }
        return problems;
    }

    /** Whether the cluster only forwards requests of other parties; ZooKeeper and the console do not change that. */
    private static boolean isExchange(ClusterSpec spec) {
        return !spec.hasModule("servingServer") && !spec.hasModule("servingRedis");
    }
}
