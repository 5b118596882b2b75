package io.kubefate.server.configuration;

import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.util.Duration;
import io.kubefate.server.store.Database;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where clusters and jobs are kept.
 *
 * @param type {@code mysql} for MySQL or MariaDB; {@code embedded}, {@code sqlite} or nothing for a file beside the service
 * @param host MySQL's host
 * @param port MySQL's port; 3306 if nothing is given
 * @param name MySQL's database; {@code kubefate} if nothing is given
 * @param username MySQL's user
 * @param password MySQL's password
 * @param file the embedded database's file without its ending
 */
public record DatabaseConfiguration(
        Type type,
        String host,
        @Min(1) @Max(65535) Integer port,
        String name,
        String username,
        String password,
        Path file) {

    private static final int CONNECTIONS = 16;

    /** The kinds of database. */
    public enum Type {
        /** MySQL or MariaDB. */
        MYSQL,
        /** A file that the service itself keeps. */
        EMBEDDED,
        /** What the earlier KubeFATE had in its place; the same as {@link #EMBEDDED}. */
        SQLITE
    }

    /** Fills in what is not given. */
    public DatabaseConfiguration(
            @Nullable Type type,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String name,
            @Nullable String username,
            @Nullable String password,
            @Nullable Path file) {
        this.type = type == null || type == Type.SQLITE ? Type.EMBEDDED : type;
        this.host = Objects.requireNonNullElse(host, "");
        this.port = Objects.requireNonNullElse(port, 3306);
        this.name = name == null || name.isBlank() ? "kubefate" : name;
        this.username = Objects.requireNonNullElse(username, "");
        this.password = Objects.requireNonNullElse(password, "");
        this.file = Objects.requireNonNullElse(file, Path.of("data", "kubefate"));
    }

    static DatabaseConfiguration embedded(String file) {
        return new DatabaseConfiguration(Type.EMBEDDED, null, null, null, null, null, Path.of(file));
    }

    /** {@return whether the database is a file beside the service} */
    public boolean isEmbedded() {
        return type == Type.EMBEDDED;
    }

    /** {@return whether MySQL's address is there, if MySQL is wanted} */
    @AssertTrue(message = "needs host and username when type is mysql")
    public boolean isComplete() {
        return isEmbedded() || (!host.isBlank() && !username.isBlank());
    }

    /**
     * The address of MySQL.
     *
     * @return a JDBC URL without user and password
     */
    public String mysqlUrl() {
        String address = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return "jdbc:mysql://" + address + ":" + port + "/" + name + "?connectTimeout=10000";
    }

    /** {@return the JDBC URL, without user and password} */
    public String url() {
        return isEmbedded() ? Database.embeddedUrl(file) : mysqlUrl();
    }

    /** {@return what makes the connection pool} */
    public DataSourceFactory pool() {
        DataSourceFactory pool = new DataSourceFactory();
        pool.setDriverClass(isEmbedded() ? "org.h2.Driver" : "com.mysql.cj.jdbc.Driver");
        pool.setUrl(url());
        pool.setUser(isEmbedded() ? "sa" : username);
        pool.setPassword(isEmbedded() ? "" : password);
        pool.setInitialSize(1);
        pool.setMinSize(1);
        pool.setMaxSize(CONNECTIONS);
        pool.setMaxWaitForConnection(Duration.seconds(10));
        pool.setDefaultTransactionIsolation(DataSourceFactory.TransactionIsolation.READ_COMMITTED);
        pool.setValidationQuery("SELECT 1");
        pool.setCheckConnectionOnBorrow(true);
        return pool;
    }

    /** {@return all but the password} */
    @Override
    public String toString() {
        return isEmbedded() ? "embedded database " + file : mysqlUrl() + " as " + username;
    }
}
