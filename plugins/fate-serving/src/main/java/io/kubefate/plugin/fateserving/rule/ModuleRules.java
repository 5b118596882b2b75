package io.kubefate.plugin.fateserving.rule;

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
                    "modules", "is empty, so nothing will run; list servingProxy, servingServer and servingRedis"));
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
        need(
                problems,
                spec,
                "servingServer",
                "servingProxy",
                "it reaches other parties, and they reach it, through it");
        if (!isExchange(spec)) {
            need(
                    problems,
                    spec,
                    "servingProxy",
                    "servingServer",
                    "it leads what is for the own party to serving-server");
        }
        need(problems, spec, "servingRedis", "servingServer", "nobody else uses Redis");
        return problems;
    }

    /** Only told, not refused: the missing part may run elsewhere. */
    private static void need(List<Problem> problems, ClusterSpec spec, String module, String needed, String reason) {
        if (!spec.hasModule(module) || spec.hasModule(needed)) {
            return;
        }
        problems.add(Problem.warning(
                path(spec.modules().indexOf(module)),
                module + " is on and " + needed + " is not: " + reason + "; add " + needed + " to modules"));
    }

    /** Whether the proxy alone is wanted, which only connects others. */
    static boolean isExchange(ClusterSpec spec) {
        return Set.copyOf(spec.modules()).equals(Set.of("servingProxy"));
    }

    private static String path(int index) {
        return "modules[" + index + "]";
    }
}
