package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Keys that the release accepts but does not use. */
final class EffectRules {

    private static final List<String> MODULES = List.of("servingProxy", "servingServer", "servingRedis");

    private EffectRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        if (spec.text("externalRedisDatabase").filter(text -> !text.equals("0")).isPresent()) {
            problems.add(Problem.warning(
                    "externalRedisDatabase",
                    "has no effect: serving-server 2.0.0 always uses database 0; remove it, or use a separate Redis"));
        }
        withoutModule(problems, spec);
        if (Flag.isSet(spec, "istio", "enabled") && !spec.hasModule("servingProxy")) {
            problems.add(
                    Problem.warning("istio.enabled", "has no effect: the gateway only serves the module servingProxy"));
        }
        return problems;
    }

    private static void withoutModule(List<Problem> problems, ClusterSpec spec) {
        for (String module : MODULES) {
            if (!spec.modules().isEmpty() && !spec.hasModule(module) && isGiven(spec, module)) {
                problems.add(Problem.warning(module, "has no effect because modules does not list " + module));
            }
        }
    }

    /** The password is also the default password of an external Redis, so it has an effect without the module. */
    private static boolean isGiven(ClusterSpec spec, String module) {
        return spec.map(module).entrySet().stream()
                .anyMatch(entry -> entry.getValue() != null && !entry.getKey().equals("password"));
    }
}
