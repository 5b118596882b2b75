package io.kubefate.plugin.fate15.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Modules that need each other. */
final class ModuleRules {

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<String> modules = spec.modules();
        if (modules.isEmpty()) {
            return List.of(Problem.warning(
                    "modules",
                    "is empty, so nothing will run; list rollsite, clustermanager,"
                            + " nodemanager, mysql, python, fateboard and client"));
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < modules.size(); index++) {
            String module = modules.get(index);
            if (!seen.add(module)) {
                problems.add(Problem.warning(path(index), module + " stands twice; remove one"));
            }
        }
        problems.addAll(needs(spec));
        return problems;
    }

    private static List<Problem> needs(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        need(problems, spec, "fateboard", "python", "FATE Board runs in its pod");
        need(problems, spec, "client", "python", "the notebook runs in its pod");
        need(problems, spec, "nodemanager", "clustermanager", "node managers register with it");
        need(problems, spec, "clustermanager", "nodemanager", "nothing computes without one");
        need(problems, spec, "python", "clustermanager", "FATE-Flow computes on EggRoll");
        need(problems, spec, "python", "rollsite", "FATE-Flow reaches other parties through it");
        return problems;
    }

    /** Only told, not refused: the original accepts such files, and the missing part may run elsewhere. */
    private static void need(List<Problem> problems, ClusterSpec spec, String module, String needed, String reason) {
        if (!spec.hasModule(module) || spec.hasModule(needed)) {
            return;
        }
        problems.add(Problem.warning(
                path(spec.modules().indexOf(module)),
                module + " is on and " + needed + " is not: " + reason + "; add " + needed + " to modules"));
    }

    private static String path(int index) {
        return "modules[" + index + "]";
    }
}
