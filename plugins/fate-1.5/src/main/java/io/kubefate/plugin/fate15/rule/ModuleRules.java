package io.kubefate.plugin.fate15.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The list of modules, and modules that live in another's pod. */
final class ModuleRules {

    private static final List<Need> NEEDS = List.of(
            new Need("fateboard", "python", "FATE Board runs in its pod"),
            new Need("client", "python", "the notebook runs in its pod"));

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<String> modules = spec.modules();
        if (modules.isEmpty()) {
            return List.of(Problem.warning(
                    "modules", "is empty, so nothing will run; list the parts to deploy, such as python"));
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < modules.size(); index++) {
            String module = modules.get(index);
            if (!seen.add(module)) {
                problems.add(Problem.warning("modules[" + index + "]", module + " stands twice; remove one"));
            }
        }
        problems.addAll(Need.check(spec, NEEDS));
        return problems;
    }
}
