package io.kubefate.plugin.fateexchange.rule;

import io.kubefate.plugin.shared.DuplicateModules;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** The list of modules. */
final class ModuleRules {

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec) {
        return spec.modules().isEmpty()
                ? List.of(Problem.warning(
                        "modules",
                        "is empty, so nothing is deployed; list rollsite for parties on EggRoll, and trafficServer and nginx"
                                + " for parties on Spark"))
                : DuplicateModules.check(spec);
    }
}
