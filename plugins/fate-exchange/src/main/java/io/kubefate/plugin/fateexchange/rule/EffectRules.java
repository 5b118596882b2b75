package io.kubefate.plugin.fateexchange.rule;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.UnusedAddress;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Keys that the release accepts but does not use. */
final class EffectRules {

    private EffectRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        if (Flag.isSet(spec, "persistence")) {
            problems.add(Problem.warning("persistence", "has no effect: an exchange has no data; remove this line"));
        }
        if (Flag.isSet(spec, "istio", "enabled")) {
            problems.add(Problem.warning("istio.enabled", "has no effect: an exchange has no web page; remove it"));
        }
        if (Flag.isSet(spec, "podSecurityPolicy", "enabled")) {
            problems.add(Problem.warning(
                    "podSecurityPolicy.enabled",
                    "gives the pods an account that may use the PodSecurityPolicy " + spec.name()
                            + ", which an administrator must create and Kubernetes 1.25 and later do not have"));
        }
        List.of("rollsite", "trafficServer", "nginx").forEach(module -> module(problems, spec, module));
        return problems;
    }

    private static void module(List<Problem> problems, ClusterSpec spec, String module) {
        if (spec.modules().isEmpty() || spec.hasModule(module)) {
            UnusedAddress.find(spec, module).ifPresent(problems::add);
        } else if (!spec.map(module).isEmpty()) {
            problems.add(Problem.warning(module, "has no effect because modules does not list " + module));
        }
    }
}
