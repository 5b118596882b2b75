package io.kubefate.plugin.fate15.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Duplicate modules, and modules that run in the pod of another one. */
final class ModuleRules {

    private static final List<ModuleDependency> DEPENDENCIES = List.of(
            new ModuleDependency("fateboard", "python", "FATE Board runs in its pod"),
            new ModuleDependency("client", "python", "the notebook runs in its pod"));

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<String> modules = spec.modules();
        if (modules.isEmpty()) {
            return List.of(Problem.warning(
                    "modules", "is empty, so nothing is deployed; list the modules to deploy, for example python"));
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < modules.size(); index++) {
            String module = modules.get(index);
            if (!seen.add(module)) {
                problems.add(Problem.warning("modules[" + index + "]", module + " is duplicated; remove one"));
            }
        }
        problems.addAll(ModuleDependency.check(spec, DEPENDENCIES));
        return problems;
    }
}
