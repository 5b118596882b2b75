package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.fate15.FateModules;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keys that this release takes and does nothing with: nothing is ignored in silence. */
final class EffectRules {

    private static final Map<String, String> USELESS = new TreeMap<>(Map.of(
            "client.ip", "has no effect: the address of Service notebook is given by Kubernetes; remove it",
            "client.nodeSelector", "has no effect: the notebook runs in the pod of python; write python.nodeSelector",
            "hdfs.datanode.type", "has no effect: HDFS is for this cluster alone; remove it",
            "hdfs.namenode.type", "has no effect: HDFS is for this cluster alone; remove it"));

    /** Keys that count without their module: a database outside, names that go into it, FATE-Flow's routes. */
    private static final Map<String, Set<String>> ALWAYS =
            Map.of("mysql", Set.of("*"), "nodemanager", Set.of("*"), "rabbitmq", Set.of("route_table"));

    private EffectRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        USELESS.forEach((path, message) -> useless(problems, spec, path, message));
        if (!spec.modules().isEmpty()) {
            FateModules.ALL.stream()
                    .map(ModuleSpec::name)
                    .filter(module -> !spec.hasModule(module))
                    .forEach(module -> switchedOff(problems, spec, module));
        }
        istio(problems, spec);
        return problems;
    }

    private static void useless(List<Problem> problems, ClusterSpec spec, String path, String message) {
        String[] keys = path.split("\\.");
        if (spec.hasModule(keys[0])
                && (spec.text(keys).isPresent() || !spec.map(keys).isEmpty())) {
            problems.add(Problem.warning(path, message));
        }
    }

    private static void switchedOff(List<Problem> problems, ClusterSpec spec, String module) {
        Set<String> counting = ALWAYS.getOrDefault(module, Set.of());
        boolean idle = spec.map(module).entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue() != null && !counting.contains("*") && !counting.contains(entry.getKey()));
        if (idle) {
            problems.add(Problem.warning(
                    module, "has no effect while " + module + " is not listed in modules" + hint(module)));
        }
    }

    /** What the original made of some of these keys. */
    private static String hint(String module) {
        return switch (module) {
            case "spark" -> "; the type of Service fateboard is fateboard.type";
            case "rabbitmq" -> ", but for route_table";
            default -> "";
        };
    }

    private static void istio(List<Problem> problems, ClusterSpec spec) {
        boolean enabled =
                spec.find("istio", "enabled").filter(Boolean.TRUE::equals).isPresent();
        boolean pages = spec.hasModule("fateboard") || spec.hasModule("client");
        if (enabled && !(pages && spec.hasModule("python"))) {
            problems.add(Problem.warning(
                    "istio.enabled",
                    "leads nowhere: only the pages of the modules fateboard and client are in its gateway"));
        }
    }
}
