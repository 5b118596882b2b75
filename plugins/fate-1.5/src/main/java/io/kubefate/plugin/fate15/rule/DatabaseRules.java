package io.kubefate.plugin.fate15.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** The database is either deployed here or named. */
final class DatabaseRules {

    /** The Service of the module. */
    private static final String DEPLOYED_HERE = "mysql";

    private DatabaseRules() {}

    static List<Problem> check(ClusterSpec spec) {
        boolean wanted = spec.hasModule("python") || spec.hasModule("clustermanager");
        String ip = spec.text("mysql", "ip").orElse(DEPLOYED_HERE);
        if (!spec.hasModule("mysql") && wanted && ip.equals(DEPLOYED_HERE)) {
            return List.of(Problem.warning(
                    "modules",
                    "has no mysql, and mysql.ip names no other database, so FATE-Flow"
                            + " and the cluster manager wait for one; add mysql to modules, or give mysql.ip"));
        }
        if (spec.hasModule("mysql") && !ip.equals(DEPLOYED_HERE)) {
            return List.of(Problem.warning(
                    "mysql.ip",
                    "names another database than the one that the module mysql"
                            + " deploys, which nobody will use; remove mysql from modules, or remove this line"));
        }
        return List.of();
    }
}
