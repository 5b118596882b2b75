package io.kubefate.plugin.fate20.rule;

import io.kubefate.plugin.fate20.module.FateModules;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keys that the release accepts but does not use. */
final class EffectRules {

    private static final String GONE = "has no effect in FATE 2, whose FATE-Flow has no such setting; remove it";

    private static final Map<String, String> UNUSED = new TreeMap<>(Map.of(
            "osx.polling", "has no effect: osx cannot poll; use an exchange that both sides can reach",
            "python.hive", GONE,
            "python.hdfs.path_prefix", GONE,
            "python.dependent_distribution", GONE,
            "python.failedTaskAutoRetryTimes", GONE,
            "python.failedTaskAutoRetryDelay", GONE));

    /** Keys that have an effect without their module: the address of the database, and FATE-Flow's routes. */
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            "mysql", Set.of("*"),
            "osx", Set.of("partyList"),
            "nodemanager", Set.of("sessionProcessorsPerNode"),
            "clustermanager", Set.of("mysqlServerTimezone"),
            "rabbitmq", Set.of("route_table"),
            "pulsar", Set.of("route_table", "exchange"));

    private EffectRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        UNUSED.forEach((path, message) -> unused(problems, spec, path, message));
        if (!spec.modules().isEmpty()) {
            FateModules.ALL.stream()
                    .map(ModuleSpec::name)
                    .filter(module -> !spec.hasModule(module))
                    .forEach(module -> withoutModule(problems, spec, module));
        }
        istio(problems, spec);
        podSecurityPolicy(problems, spec);
        return problems;
    }

    private static void unused(List<Problem> problems, ClusterSpec spec, String path, String message) {
        String[] keys = path.split("\\.");
        boolean given = spec.text(keys).filter(text -> !text.equals("false")).isPresent()
                || !spec.map(keys).isEmpty();
        if (given && spec.hasModule(keys[0])) {
            problems.add(Problem.warning(path, message));
        }
    }

    private static void withoutModule(List<Problem> problems, ClusterSpec spec, String module) {
        Set<String> counting = ALWAYS.getOrDefault(module, Set.of());
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
