package io.kubefate.plugin.fateserving.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Duplicate modules, and modules that need each other. */
final class ModuleRules {

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<String> modules = spec.modules();
        if (modules.isEmpty()) {
            return List.of(Problem.warning(
                    "modules", "is empty, so nothing is deployed; list servingProxy, servingServer and servingRedis"));
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < modules.size(); index++) {
            String module = modules.get(index);
            if (!seen.add(module)) {
                problems.add(Problem.warning(path(index), module + " is duplicated; remove one"));
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
                "it exchanges requests with other parties through serving-proxy");
        if (!isExchange(spec)) {
            need(
                    problems,
                    spec,
                    "servingProxy",
                    "servingServer",
                    "it forwards the requests for this party to serving-server");
        }
        need(problems, spec, "servingRedis", "servingServer", "only serving-server uses Redis");
        return problems;
    }

    /** A warning, because the missing module may run elsewhere. */
    private static void need(List<Problem> problems, ClusterSpec spec, String module, String needed, String reason) {
        if (!spec.hasModule(module) || spec.hasModule(needed)) {
            return;
        }
        problems.add(Problem.warning(
                path(spec.modules().indexOf(module)),
                module + " needs " + needed + ", which is not listed: " + reason + "; add " + needed + " to modules"));
    }

    /** Whether the cluster is an exchange: servingProxy alone. */
    static boolean isExchange(ClusterSpec spec) {
        return Set.copyOf(spec.modules()).equals(Set.of("servingProxy"));
    }

    private static String path(int index) {
        return "modules[" + index + "]";
    }
}
