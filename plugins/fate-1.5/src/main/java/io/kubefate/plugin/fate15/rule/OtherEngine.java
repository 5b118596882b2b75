package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.fate15.Engine;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** Modules that the chosen engine does not use. They are made, as the original makes them, and the operator is told. */
public final class OtherEngine {

    private OtherEngine() {}

    /**
     * Looks for them.
     *
     * @param spec the cluster.yaml
     * @param other the engine that is not chosen
     * @param modules those that only the other engine uses
     * @return a warning at each that is on
     */
    public static List<Problem> check(ClusterSpec spec, Engine other, List<String> modules) {
        return modules.stream()
                .filter(spec::hasModule)
                .map(module -> Problem.warning(
                        "modules[" + spec.modules().indexOf(module) + "]",
                        module
                                + " runs and jobs do not use it with this backend; remove it from modules, or write backend: "
                                + other.backend()))
                .toList();
    }
}
