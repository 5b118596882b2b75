package io.kubefate.plugin.shared;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/**
 * A module that needs another one.
 *
 * @param module the name of the dependent module
 * @param needed the name of the module that it needs
 * @param reason the reason, as the second part of a sentence
 */
public record ModuleDependency(String module, String needed, String reason) {

    public ModuleDependency {
        requireNonNull(module, "module is null");
        requireNonNull(needed, "needed is null");
        requireNonNull(reason, "reason is null");
    }

    /**
     * Finds missing modules. They are warnings, because the original chart accepts such files and the missing module may run elsewhere.
     *
     * @param spec a cluster.yaml
     * @param dependencies the dependencies to check
     * @return a warning for each listed module whose dependency is not listed
     */
    public static List<Problem> check(ClusterSpec spec, List<ModuleDependency> dependencies) {
        return dependencies.stream()
                .filter(dependency -> spec.hasModule(dependency.module) && !spec.hasModule(dependency.needed))
                .map(dependency -> dependency.warning(spec))
                .toList();
    }

    private Problem warning(ClusterSpec spec) {
        return Problem.warning(
                "modules[" + spec.modules().indexOf(module) + "]",
                module + " needs " + needed + ", which is not listed: " + reason + "; add " + needed + " to modules");
    }
}
