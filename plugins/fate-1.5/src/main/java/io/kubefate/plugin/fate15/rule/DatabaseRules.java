package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** The database is deployed by the module {@code mysql} or named by {@code mysql.ip}. */
final class DatabaseRules {

    private static final String DEPLOYED_HERE = "mysql";

    private DatabaseRules() {}

    static List<Problem> check(ClusterSpec spec) {
        boolean wanted = spec.hasModule("python") || spec.hasModule("clustermanager");
        String ip = Required.text(spec.withDefaults(), "mysql", "ip");
        if (!spec.hasModule("mysql") && wanted && ip.equals(DEPLOYED_HERE)) {
            return List.of(Problem.warning(
                    "modules",
                    "mysql is missing, and mysql.ip does not name an external database, so FATE-Flow"
                            + " and the cluster manager wait forever; add mysql to modules, or set mysql.ip"));
        }
        if (spec.hasModule("mysql") && !ip.equals(DEPLOYED_HERE)) {
            return List.of(Problem.warning(
                    "mysql.ip",
                    "names an external database, so nothing uses the database of the module mysql;"
                            + " remove mysql from modules, or remove this line"));
        }
        return List.of();
    }
}
