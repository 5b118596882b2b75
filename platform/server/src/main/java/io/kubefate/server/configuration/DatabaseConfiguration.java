package io.kubefate.server.configuration;

import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import io.kubefate.server.store.Database;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The database with clusters and jobs.
 *
 * @param type {@code mysql} for MySQL or MariaDB; {@code embedded} for a local file of a single service. {@code sqlite}, the default of the
 *     original KubeFATE, means {@code embedded}
 * @param host the host of MySQL, which requires it
 * @param port the port of MySQL
 * @param name the database in MySQL
 * @param username the user of MySQL, which requires it
 * @param password the password of MySQL
 * @param file the file of the embedded database without its extension. The service creates its folder with access for its own user only
 */
@SelfValidating
public record DatabaseConfiguration(
        Type type,
        String host,
        @Min(1) @Max(65535) Integer port,
        String name,
        String username,
        String password,
        Path file) {

    private static final long MIB = 1024 * 1024;

    /** A cluster.yaml has up to 1 MiB, and is stored with its objects. */
    private static final long MIN_FREE_BYTES = 8 * MIB;

    private static final int CONNECTIONS = 16;
    private static final int CONNECT_MILLIS = 5_000;

    /** A database that is frozen never answers, and would hold a thread for each request. */
    private static final int ANSWER_MILLIS = 20_000;

    /** Less than a lease of a job lasts: its next runner needs the rows that the last one may have locked. */
    private static final int IDLE_SECONDS = 5;

    private static final Duration PROBE = Duration.seconds(2);

    private static final Duration WAIT_FOR_CONNECTION = Duration.seconds(5);

    /** The types of databases. */
    public enum Type {
        /** MySQL or MariaDB. */
        MYSQL,
        /** A local file of the service. */
        EMBEDDED,
        /** The name of the embedded database of KubeFATE 1.x; the same as {@link #EMBEDDED}. */
        SQLITE
    }

    /** Sets the defaults. */
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

    /** Returns whether the database is a local file. */
    public boolean isEmbedded() {
        return type == Type.EMBEDDED;
    }

    @SelfValidation
    public void validate(ViolationCollector violations) {
        if (!isEmbedded() && host.isBlank()) {
            violations.addViolation("host", "required if the type of the database is mysql");
        }
        if (!isEmbedded() && username.isBlank()) {
            violations.addViolation("username", "required if the type of the database is mysql");
        }
    }

    /** Returns the JDBC URL of MySQL, without user and password. */
    public String mysqlUrl() {
        String address = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return "jdbc:mysql://" + address + ":" + port + "/" + name + "?connectTimeout=" + CONNECT_MILLIS
                + "&socketTimeout=" + ANSWER_MILLIS;
    }

    /** Returns that the disk of the embedded database is full, and what to do; empty if it has space, and for MySQL. */
    public Optional<String> storageProblem() {
        long free = freeBytes().orElse(Long.MAX_VALUE);
        return free >= MIN_FREE_BYTES
                ? Optional.empty()
                : Optional.of("the disk of the service is full: " + free / MIB + " MiB are free in the folder of the"
                        + " database (KUBEFATE_DATA); provide at least " + MIN_FREE_BYTES / MIB
                        + " MiB, then try again");
    }

    /** Returns the free space in the folder of the embedded database; empty for MySQL. */
    public OptionalLong freeBytes() {
        Path folder = file.toAbsolutePath().resolveSibling("");
        return isEmbedded() ? OptionalLong.of(folder.toFile().getUsableSpace()) : OptionalLong.empty();
    }

    /** Returns whether the embedded database has to be created. */
    public boolean isNew() {
        return isEmbedded() && Files.notExists(Path.of(file + ".mv.db"));
    }

    /** Returns the JDBC URL, without user and password. */
    public String url() {
        return isEmbedded() ? Database.embeddedUrl(file) : mysqlUrl();
    }

    /**
     * Returns the factory of the connection pool of the service. MySQL closes a connection that is idle for a few seconds, and ends its
     * transaction: without it, a replica that is frozen or cut off would keep the rows that it has locked for hours. The pool sends
     * queries on connections that nobody uses.
     */
    public DataSourceFactory servicePool() {
        DataSourceFactory pool = pool();
        if (!isEmbedded()) {
            pool.setInitializationQuery("set session wait_timeout = " + IDLE_SECONDS);
            pool.setValidationInterval(PROBE);
            pool.setEvictionInterval(PROBE);
        }
        return pool;
    }

    /** Returns the factory of a connection pool whose transactions can pause, such as those of a migration or backup. */
    public DataSourceFactory pool() {
        DataSourceFactory pool = new DataSourceFactory();
        pool.setDriverClass(isEmbedded() ? "org.h2.Driver" : "com.mysql.cj.jdbc.Driver");
        pool.setUrl(url());
        pool.setUser(isEmbedded() ? "sa" : username);
        pool.setPassword(isEmbedded() ? "" : password);
        pool.setInitialSize(0);
        pool.setMinSize(1);
        pool.setMaxSize(CONNECTIONS);
        pool.setMaxWaitForConnection(WAIT_FOR_CONNECTION);
        pool.setDefaultTransactionIsolation(DataSourceFactory.TransactionIsolation.READ_COMMITTED);
        pool.setValidationQuery("SELECT 1");
        pool.setCheckConnectionOnBorrow(true);
        // A comment with the name of the method in each statement would have it parsed again for each call.
        pool.setAutoCommentsEnabled(false);
        return pool;
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return isEmbedded() ? "embedded database " + file : mysqlUrl() + " as " + username;
    }
}
