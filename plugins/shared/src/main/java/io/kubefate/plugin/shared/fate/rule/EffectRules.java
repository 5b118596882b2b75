package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys that have no effect because a module is off, or less than they seem to. */
final class EffectRules {

    /** Keys that have an effect without their module: the address of the database, and FATE-Flow's routes. */
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            "mysql", Set.of("*"),
            "nodemanager", Set.of("sessionProcessorsPerNode"),
            "clustermanager", Set.of("mysqlServerTimezone"),
            "rabbitmq", Set.of("route_table"),
            "pulsar", Set.of("route_table", "exchange"));

    private EffectRules() {}

    static List<Problem> check(ClusterSpec spec, Generation generation) {
        List<Problem> problems = new ArrayList<>();
        if (!spec.modules().isEmpty()) {
            generation.modules().stream()
                    .map(ModuleSpec::name)
                    .filter(module -> !spec.hasModule(module))
                    .forEach(module -> withoutModule(problems, spec, module, counting(module, generation)));
        }
        istio(problems, spec);
        podSecurityPolicy(problems, spec);
        return problems;
    }

    /** The module lbrollsite reads the gateway's parties. */
    private static Set<String> counting(String module, Generation generation) {
        return module.equals(generation.gateway()) ? Set.of("partyList") : ALWAYS.getOrDefault(module, Set.of());
    }

    private static void withoutModule(List<Problem> problems, ClusterSpec spec, String module, Set<String> counting) {
        boolean idle = spec.map(module).entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue() != null && !counting.contains("*") && !counting.contains(entry.getKey()));
        if (idle) {
            problems.add(Problem.warning(module, "has no effect because modules does not list " + module));
        }
    }

    private static void istio(List<Problem> problems, ClusterSpec spec) {
        boolean pages = spec.hasModule("fateboard") || spec.hasModule("client");
        if (Flag.isSet(spec, "istio", "enabled") && !pages) {
            problems.add(Problem.warning(
                    "istio.enabled",
                    "has no effect: the gateway only serves the pages of the modules fateboard and client"));
        }
    }

    private static void podSecurityPolicy(List<Problem> problems, ClusterSpec spec) {
        if (Flag.isSet(spec, "podSecurityPolicy", "enabled")) {
            problems.add(Problem.warning(
                    "podSecurityPolicy.enabled",
                    "gives the pods an account that may use the PodSecurityPolicy " + spec.name()
                            + ", which an administrator must create and Kubernetes 1.25 and later do not have"));
        }
    }
}
