package io.kubefate.plugin.fate15.rule;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/**
 * A module that is of little use without another.
 *
 * @param module the one
 * @param needed the other
 * @param reason why, as the second half of a sentence
 */
public record Need(String module, String needed, String reason) {

    /** Checks that nothing is null. */
    public Need {
        requireNonNull(module, "module is null");
        requireNonNull(needed, "needed is null");
        requireNonNull(reason, "reason is null");
    }

    /**
     * Which needs are not met. That is told, not refused: the original accepts such files, and the missing part may run elsewhere.
     *
     * @param spec the cluster.yaml
     * @param needs what to look for
     * @return a warning at each module that is on without the other
     */
    public static List<Problem> check(ClusterSpec spec, List<Need> needs) {
        return needs.stream()
                .filter(need -> spec.hasModule(need.module) && !spec.hasModule(need.needed))
                .map(need -> need.warning(spec))
                .toList();
    }

    private Problem warning(ClusterSpec spec) {
        return Problem.warning(
                "modules[" + spec.modules().indexOf(module) + "]",
                module + " is on and " + needed + " is not: " + reason + "; add " + needed + " to modules");
    }
}
