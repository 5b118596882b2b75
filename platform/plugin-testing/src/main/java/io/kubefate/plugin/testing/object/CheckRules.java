package io.kubefate.plugin.testing.object;

import io.kubefate.planning.manifest.Ownership;
import io.kubefate.spi.ClusterCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules for the checks of a cluster. */
public final class CheckRules {

    private CheckRules() {}

    /**
     * Checks the checks of a cluster.
     *
     * @param checks what the distribution declares for it
     * @param objects the same cluster's objects
     * @return a sentence for each violation
     */
    public static List<String> violations(List<ClusterCheck> checks, ObjectSet objects) {
        List<String> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ClusterCheck check : checks) {
            if (check.name().isBlank() || !names.add(check.name())) {
                found.add("checks() has \"" + check.name() + "\" twice, or without a name");
            }
            rest(check, objects, found);
        }
        return found;
    }

    private static void rest(ClusterCheck check, ObjectSet objects, List<String> found) {
        String where = "check \"" + check.name() + "\": ";
        if (!has(objects, check)) {
            found.add(where + "no pod of module " + check.module() + " has a container " + check.container()
                    + " (init containers do not count); a check needs a container that the cluster.yaml deploys");
        }
        if (check.command().isEmpty()) {
            found.add(where + "has no command");
        }
        if (check.timeout().isNegative() || check.timeout().isZero()) {
            found.add(where + "has no timeout; set some seconds");
        }
        if (check.remedy().isBlank()) {
            found.add(where + "has no remedy; describe what to do if it fails");
        }
    }

    private static boolean has(ObjectSet objects, ClusterCheck check) {
        return objects.pods().stream()
                .filter(pod -> pod.workload().label(Ownership.MODULE).equals(check.module()))
                .flatMap(pod -> pod.containers().stream())
                .anyMatch(container -> check.container().equals(container.get("name")));
    }
}
