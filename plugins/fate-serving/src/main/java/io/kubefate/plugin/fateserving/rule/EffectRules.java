package io.kubefate.plugin.fateserving.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Keys that this release takes and does nothing with: nothing is ignored in silence. */
final class EffectRules {

    private static final List<String> MODULES = List.of("servingProxy", "servingServer", "servingRedis");

    private EffectRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        if (spec.text("externalRedisDatabase").filter(text -> !text.equals("0")).isPresent()) {
            problems.add(Problem.warning(
                    "externalRedisDatabase",
                    "has no effect: serving-server 2.0.0 always uses database 0; remove it, or give it a Redis of its"
                            + " own"));
        }
        switchedOff(problems, spec);
        if (spec.find("istio", "enabled").filter(Boolean.TRUE::equals).isPresent() && !spec.hasModule("servingProxy")) {
            problems.add(
                    Problem.warning("istio.enabled", "leads nowhere: only the module servingProxy takes requests"));
        }
        return problems;
    }

    private static void switchedOff(List<Problem> problems, ClusterSpec spec) {
        for (String module : MODULES) {
            if (!spec.modules().isEmpty() && !spec.hasModule(module) && isGiven(spec, module)) {
                problems.add(Problem.warning(module, "has no effect while " + module + " is not listed in modules"));
            }
        }
    }

    /** Redis's password stands for that of a Redis outside, so it does not count. */
    private static boolean isGiven(ClusterSpec spec, String module) {
        return spec.map(module).entrySet().stream()
                .anyMatch(entry -> entry.getValue() != null && !entry.getKey().equals("password"));
    }
}
