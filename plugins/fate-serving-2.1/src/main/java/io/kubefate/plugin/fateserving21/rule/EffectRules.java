package io.kubefate.plugin.fateserving21.rule;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.UnusedAddress;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keys that the release accepts but does not use. */
final class EffectRules {

    private static final List<String> MODULES =
            List.of("servingProxy", "servingServer", "servingRedis", "servingZookeeper", "servingAdmin");

    /** Keys without effect, and what to do instead. The chart of the release reads them, and its templates do not use them. */
    private static final Map<String, String> UNUSED = Map.of(
            "servingServer.subPath",
            "has no effect: the data is in the directories cache and model_cache of the volume; remove this line",
            "servingZookeeper.storageClassName",
            "has no effect; use storageClass",
            "servingAdmin.ingressHost",
            "has no effect; use ingress.servingAdmin.hosts");

    private EffectRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        MODULES.forEach(module -> module(problems, spec, module));
        if (Flag.isSet(spec, "istio", "enabled") && !spec.hasModule("servingProxy")) {
            problems.add(
                    Problem.warning("istio.enabled", "has no effect: the gateway only serves the module servingProxy"));
        }
        if (Flag.isSet(spec, "podSecurityPolicy", "enabled")) {
            problems.add(Problem.warning(
                    "podSecurityPolicy.enabled",
                    "gives the pods an account that may use the PodSecurityPolicy " + spec.name()
                            + ", which an administrator must create and Kubernetes 1.25 and later do not have"));
        }
        return problems;
    }

    private static void module(List<Problem> problems, ClusterSpec spec, String module) {
        if (!spec.modules().isEmpty() && !spec.hasModule(module)) {
            if (isGiven(spec, module)) {
                problems.add(Problem.warning(module, "has no effect because modules does not list " + module));
            }
            return;
        }
        UNUSED.forEach((path, message) -> {
            if (path.startsWith(module + ".") && spec.text(path.split("\\.")).isPresent()) {
                problems.add(Problem.warning(path, message));
            }
        });
        UnusedAddress.find(spec, module).ifPresent(problems::add);
    }

    /** The password is also the default password of an external Redis, so it has an effect without the module. */
    private static boolean isGiven(ClusterSpec spec, String module) {
        return spec.map(module).entrySet().stream()
                .anyMatch(entry ->
                        !module.equals("servingRedis") || !entry.getKey().equals("password"));
    }
}
