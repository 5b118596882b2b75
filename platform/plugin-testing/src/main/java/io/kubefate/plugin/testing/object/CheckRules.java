package io.kubefate.plugin.testing.object;

import io.kubefate.planning.manifest.Ownership;
import io.kubefate.spi.ClusterCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a cluster's checks are to be like. */
public final class CheckRules {

    private CheckRules() {}

    /**
     * Looks at the checks of a cluster.
     *
     * @param checks what the distribution declares for it
     * @param objects the same cluster's objects
     * @return a sentence for each thing that is wrong
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
                    + " (but for init containers); a check runs where the cluster.yaml has put one");
        }
        if (check.command().isEmpty()) {
            found.add(where + "has no command");
        }
        if (check.timeout().isNegative() || check.timeout().isZero()) {
            found.add(where + "has no time; give it a timeout of some seconds");
        }
        if (check.remedy().isBlank()) {
            found.add(where + "has no remedy; say what to do when it fails");
        }
    }

    private static boolean has(ObjectSet objects, ClusterCheck check) {
        return objects.pods().stream()
                .filter(pod -> pod.workload().label(Ownership.MODULE).equals(check.module()))
                .flatMap(pod -> pod.containers().stream())
                .anyMatch(container -> check.container().equals(container.get("name")));
    }
}
