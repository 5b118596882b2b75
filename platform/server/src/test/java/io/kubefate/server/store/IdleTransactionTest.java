package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.kubefate.server.configuration.DatabaseConfiguration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the transaction of a replica that is frozen, and of connections that a healthy one does not use. */
class IdleTransactionTest {

    private static final Duration LEASE = Duration.ofSeconds(6);

    private static StoppableMariaDb server;
    private ManagedDataSource service;

    @BeforeAll
    static void startServer() {
        server = StoppableMariaDb.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void connect() {
        service = build(settings().servicePool());
    }

    @AfterEach
    void disconnect() throws Exception {
        service.stop();
    }

    @Test
    void theRowsOfAFrozenReplicaAreFreeBeforeItsLeasesExpire() throws Exception {
        try (Connection connection = service.getConnection()) {
            connection.createStatement().execute("create table lease (id int primary key)");
            connection.createStatement().execute("insert into lease values (1)");
        }
        Connection frozen = service.getConnection();
        frozen.setAutoCommit(false);
        assertThat(lockedRow(frozen)).isTrue();
        Instant begin = Instant.now();

        try (Connection other = service.getConnection()) {
            assertThat(lockedRow(other)).isFalse();
            while (!lockedRow(other)) {
                assertThat(Duration.between(begin, Instant.now())).isLessThan(LEASE);
                Thread.sleep(100);
            }
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(LEASE);
    }

    @Test
    void thePoolKeepsConnectionsThatNobodyUses() throws Exception {
        long before = connectionId(service);

        Thread.sleep(LEASE.toMillis() + 1_000);

        assertThat(connectionId(service)).isEqualTo(before);
    }

    @Test
    void transactionsOfMigrationsAndBackupsMayPause() throws Exception {
        ManagedDataSource pausing = build(settings().pool());
        try {
            assertThat(number(pausing, "select @@wait_timeout")).isGreaterThan(3_600);
        } finally {
            pausing.stop();
        }
    }

    private static boolean lockedRow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from lease for update skip locked")) {
            return row.next();
        }
    }

    private static long connectionId(ManagedDataSource pool) throws SQLException {
        return number(pool, "select connection_id()");
    }

    private static long number(ManagedDataSource pool, String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static ManagedDataSource build(DataSourceFactory pool) {
        return pool.build(new MetricRegistry(), "test");
    }

    private static DatabaseConfiguration settings() {
        return new DatabaseConfiguration(
                DatabaseConfiguration.Type.MYSQL, "127.0.0.1", server.port(), server.name(), "root", "", null);
    }
}
