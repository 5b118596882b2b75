package io.kubefate.server.configuration;

import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.util.Duration;
import io.kubefate.server.store.Database;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where clusters and jobs are kept.
 *
 * @param type {@code mysql} for MySQL or MariaDB; everything else, also the original's {@code sqlite}, is the embedded database
 * @param data the folder of the embedded database, and of the key beside it
 * @param host of the MySQL server
 * @param port of the MySQL server
 * @param name of the MySQL database
 * @param username at the MySQL server
 * @param password at the MySQL server
 */
public record DatabaseConfiguration(
        String type, @NotBlank String data, String host, String port, String name, String username, String password) {

    private static final int CONNECTIONS = 16;

    /** {@return whether it is MySQL or MariaDB} */
    public boolean isMySql() {
        return "mysql".equalsIgnoreCase(type);
    }

    /** {@return the folder of the embedded database} */
    public Path folder() {
        return Path.of(data);
    }

    /** {@return the JDBC URL, without user and password} */
    public String url() {
        return isMySql()
                ? "jdbc:mysql://" + host + ":" + port + "/" + name + "?characterEncoding=UTF-8&connectTimeout=10000"
                : Database.embeddedUrl(folder().resolve("kubefate"));
    }

    /** {@return what makes the connection pool} */
    public DataSourceFactory pool() {
        DataSourceFactory pool = new DataSourceFactory();
        pool.setDriverClass(isMySql() ? "com.mysql.cj.jdbc.Driver" : "org.h2.Driver");
        pool.setUrl(url());
        pool.setUser(isMySql() ? username : "sa");
        pool.setPassword(isMySql() ? password : "");
        pool.setProperties(Map.of());
        pool.setInitialSize(1);
        pool.setMinSize(1);
        pool.setMaxSize(CONNECTIONS);
        pool.setMaxWaitForConnection(Duration.seconds(10));
        pool.setDefaultTransactionIsolation(DataSourceFactory.TransactionIsolation.READ_COMMITTED);
        pool.setValidationQuery("select 1");
        pool.setCheckConnectionOnBorrow(true);
        return pool;
    }

    /** {@return kind and place only} */
    @Override
    public String toString() {
        return url();
    }
}
