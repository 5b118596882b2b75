package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.shared.DuplicateModules;
import io.kubefate.plugin.shared.ModuleDependency;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Duplicate modules, and modules that need each other. */
final class ModuleRules {

    private static final List<ModuleDependency> DEPENDENCIES = List.of(
            new ModuleDependency(
                    "servingServer", "servingProxy", "it exchanges requests with other parties through serving-proxy"),
            new ModuleDependency(
                    "servingProxy", "servingServer", "it forwards the requests for this party to serving-server"),
            new ModuleDependency("servingRedis", "servingServer", "only serving-server uses Redis"));

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (spec.modules().isEmpty()) {
            return List.of(Problem.warning(
                    "modules", "is empty, so nothing is deployed; list servingProxy, servingServer and servingRedis"));
        }
        List<Problem> problems = new ArrayList<>(DuplicateModules.check(spec));
        if (!isExchange(spec)) {
            problems.addAll(ModuleDependency.check(spec, DEPENDENCIES));
        }
        return problems;
    }

    /** Whether the cluster is an exchange: servingProxy alone. */
    static boolean isExchange(ClusterSpec spec) {
        return Set.copyOf(spec.modules()).equals(Set.of("servingProxy"));
    }
}
