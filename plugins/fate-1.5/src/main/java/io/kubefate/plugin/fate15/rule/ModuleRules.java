package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.shared.DuplicateModules;
import io.kubefate.plugin.shared.ModuleDependency;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Duplicate modules, and modules that run in the pod of another one. */
final class ModuleRules {

    private static final List<ModuleDependency> DEPENDENCIES = List.of(
            new ModuleDependency("fateboard", "python", "FATE Board runs in its pod"),
            new ModuleDependency("client", "python", "the notebook runs in its pod"));

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (spec.modules().isEmpty()) {
            return List.of(Problem.warning(
                    "modules", "is empty, so nothing is deployed; list the modules to deploy, for example python"));
        }
        List<Problem> problems = new ArrayList<>(DuplicateModules.check(spec));
        problems.addAll(ModuleDependency.check(spec, DEPENDENCIES));
        return problems;
    }
}
