package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.fate15.module.FateModules;
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

    private static final Map<String, String> UNUSED = new TreeMap<>(Map.of(
            "client.ip", "has no effect: Kubernetes assigns the address of the Service notebook; remove it",
            "client.nodeSelector", "has no effect: the notebook runs in the pod of python; use python.nodeSelector",
            "hdfs.datanode.type", "has no effect: only this cluster uses HDFS; remove it",
            "hdfs.namenode.type", "has no effect: only this cluster uses HDFS; remove it"));

    /** Keys that have an effect without their module: the external database, names that are stored in it, FATE-Flow's routes. */
    private static final Map<String, Set<String>> ALWAYS =
            Map.of("mysql", Set.of("*"), "nodemanager", Set.of("*"), "rabbitmq", Set.of("route_table"));

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
        return problems;
    }

    private static void unused(List<Problem> problems, ClusterSpec spec, String path, String message) {
        String[] keys = path.split("\\.");
        if (spec.hasModule(keys[0])
                && (spec.text(keys).isPresent() || !spec.map(keys).isEmpty())) {
            problems.add(Problem.warning(path, message));
        }
    }

    private static void withoutModule(List<Problem> problems, ClusterSpec spec, String module) {
        Set<String> counting = ALWAYS.getOrDefault(module, Set.of());
        boolean idle = spec.map(module).entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue() != null && !counting.contains("*") && !counting.contains(entry.getKey()));
        if (idle) {
            problems.add(
                    Problem.warning(module, "has no effect because modules does not list " + module + hint(module)));
        }
    }

    /** The original chart uses some of these keys for other modules. */
    private static String hint(String module) {
        return switch (module) {
            case "spark" -> "; for the Service fateboard use fateboard.type";
            case "rabbitmq" -> ", except route_table";
            default -> "";
        };
    }

    private static void istio(List<Problem> problems, ClusterSpec spec) {
        boolean pages = spec.hasModule("fateboard") || spec.hasModule("client");
        if (Flag.isSet(spec, "istio", "enabled") && !(pages && spec.hasModule("python"))) {
            problems.add(Problem.warning(
                    "istio.enabled",
                    "has no effect: the gateway only serves the pages of the modules fateboard and client"));
        }
    }
}
