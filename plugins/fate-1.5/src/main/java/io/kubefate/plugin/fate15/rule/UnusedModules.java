package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** Modules that the selected engine does not use. The original chart deploys them anyway, so they are warnings. */
public final class UnusedModules {

    private UnusedModules() {}

    /**
     * Finds unused modules.
     *
     * @param spec a cluster.yaml
     * @param other the engine that is not selected
     * @param modules the modules that only the other engine uses
     * @return a warning for each of these modules that the file lists
     */
    public static List<Problem> check(ClusterSpec spec, Engine other, List<String> modules) {
        return modules.stream()
                .filter(spec::hasModule)
                .map(module -> Problem.warning(
                        "modules[" + spec.modules().indexOf(module) + "]",
                        module
                                + " is deployed but jobs do not use it with this backend; remove it from modules, or write"
                                + " backend: " + other.backend()))
                .toList();
    }
}
