package io.kubefate.plugin.shared.fate.model;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Map;

/**
 * A MySQL database.
 *
 * @param host its address
 * @param port its port
 * @param name the name of the database
 * @param user the user who logs in
 * @param password the user's password
 */
public record Database(String host, BigInteger port, String name, String user, String password) {

    /** The host of the database that the module {@code mysql} deploys. */
    public static final String DEPLOYED_HERE = "mysql";

    public Database {
        requireNonNull(host, "host is null");
        requireNonNull(port, "port is null");
        requireNonNull(name, "name is null");
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
    }

    /**
     * Returns the database that FATE-Flow and the cluster manager use.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return each value from its key {@code externalMysql…}, else from the map {@code mysql}
     */
    public static Database used(ClusterSpec spec) {
        return new Database(
                given(spec, "externalMysqlIp", "ip"),
                WholeNumber.find(spec, "externalMysqlPort").orElseGet(() -> Required.number(spec, "mysql", "port")),
                given(spec, "externalMysqlDatabase", "database"),
                given(spec, "externalMysqlUser", "user"),
                given(spec, "externalMysqlPassword", "password"));
    }

    Map<String, Object> toModel() {
        return Map.of("host", host, "port", port, "name", name, "user", user, "password", password);
    }

    private static String given(ClusterSpec spec, String external, String key) {
        return spec.text(external).orElseGet(() -> Required.text(spec, "mysql", key));
    }
}
