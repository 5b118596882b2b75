package io.kubefate.plugin.fate15.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys that this release takes and does nothing with: nothing is ignored in silence. */
final class EffectRules {

    private static final String OTHER_ENGINE = "has no effect with backend eggroll; remove it";

    /** Maps of modules; not mysql, which also names a database outside, nor nodemanager, whose names go into the database. */
    private static final List<String> MODULE_MAPS =
            List.of("rollsite", "clustermanager", "python", "fateboard", "client");

    private static final Map<String, String> USELESS = new TreeMap<>(Map.of(
            "client.ip", "has no effect: the address of Service notebook is given by Kubernetes; remove it",
            "client.nodeSelector", "has no effect: the notebook runs in the pod of python; write python.nodeSelector",
            "python.spark.home", "has no effect: the image has its own Spark; remove it",
            "spark.type",
                    "has no effect with backend eggroll; for the type of Service fateboard write fateboard.type"));

    private EffectRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        USELESS.forEach((path, message) -> useless(problems, spec, path, message));
        otherEngine(problems, spec);
        switchedOff(problems, spec);
        istio(problems, spec);
        return problems;
    }

    private static void useless(List<Problem> problems, ClusterSpec spec, String path, String message) {
        String[] keys = path.split("\\.");
        if (spec.text(keys).isPresent() || !spec.map(keys).isEmpty()) {
            problems.add(Problem.warning(path, message));
        }
    }

    private static void otherEngine(List<Problem> problems, ClusterSpec spec) {
        for (String part : List.of("spark", "hdfs", "nginx")) {
            given(spec, part).stream()
                    .filter(key -> !USELESS.containsKey(part + "." + key))
                    .forEach(key -> problems.add(Problem.warning(part + "." + key, OTHER_ENGINE)));
        }
        given(spec, "rabbitmq").stream()
                .filter(key -> !key.equals("route_table"))
                .forEach(key -> problems.add(Problem.warning("rabbitmq." + key, OTHER_ENGINE)));
    }

    private static void switchedOff(List<Problem> problems, ClusterSpec spec) {
        for (String module : MODULE_MAPS) {
            if (!spec.modules().isEmpty()
                    && !spec.hasModule(module)
                    && !given(spec, module).isEmpty()) {
                problems.add(Problem.warning(module, "has no effect while " + module + " is not listed in modules"));
            }
        }
    }

    private static void istio(List<Problem> problems, ClusterSpec spec) {
        boolean enabled =
                spec.find("istio", "enabled").filter(Boolean.TRUE::equals).isPresent();
        boolean pages = spec.hasModule("fateboard") || spec.hasModule("client");
        if (enabled && !(pages && spec.hasModule("python"))) {
            problems.add(Problem.warning(
                    "istio.enabled", "leads nowhere: only the modules fateboard and client have web pages"));
        }
    }

    private static List<String> given(ClusterSpec spec, String map) {
        return spec.map(map).entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
    }
}
