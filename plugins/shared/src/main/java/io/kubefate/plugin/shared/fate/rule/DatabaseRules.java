package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.fate.model.Database;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** The database is deployed by the module {@code mysql} or an external one, not both. */
final class DatabaseRules {

    private DatabaseRules() {}

    static List<Problem> check(ClusterSpec spec) {
        boolean wanted = spec.hasModule("python") || spec.hasModule("clustermanager");
        boolean expectedHere = Database.used(spec.withDefaults()).host().equals(Database.DEPLOYED_HERE);
        if (!spec.hasModule("mysql") && wanted && expectedHere) {
            return List.of(Problem.warning(
                    "modules",
                    "mysql is missing, and externalMysqlIp and mysql.ip do not name an external database, so FATE-Flow"
                            + " and the cluster manager wait forever; add mysql to modules, or set externalMysqlIp"));
        }
        if (spec.hasModule("mysql") && wanted && !expectedHere) {
            return List.of(Problem.warning(
                    spec.text("externalMysqlIp").isPresent() ? "externalMysqlIp" : "mysql.ip",
                    "names an external database, so nothing uses the database of the module mysql;"
                            + " remove mysql from modules, or remove this line"));
        }
        return List.of();
    }
}
