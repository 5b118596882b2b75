package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.db.ManagedDataSource;
import io.kubefate.server.store.audit.AuditQuery;
import io.kubefate.server.store.audit.AuditResult;
import io.kubefate.server.store.audit.AuditSort;
import io.kubefate.server.store.cluster.ClusterFilter;
import io.kubefate.server.store.cluster.ClusterSort;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.encryption.CellCipher;
import io.kubefate.server.store.job.JobFilter;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobSort;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.row.RowPosition;
import io.kubefate.server.store.row.RowRange;
import io.kubefate.server.store.row.SortColumn;
import io.kubefate.server.store.row.TimeColumn;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How MariaDB reads a part of a list of 10,000 rows: in the order of an index, without sorting or reading all of it. Only the jobs of the
 * clusters with a name, namespace or chart are found through these clusters, and may be sorted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlanTest {

    private static final int LIMIT = 101;
    private static final RowRange NEWEST = new RowRange("id", true, Optional.empty(), LIMIT);

    private final List<String> statements = new ArrayList<>();
    private ManagedDataSource dataSource;
    private Jdbi jdbi;

    /** Reads a part of a list. */
    record Reading(String name, Consumer<Jdbi> part) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A step of a plan. */
    record Step(String table, String type, String key, String extra) {

        private boolean sorts() {
            return extra.contains("filesort") || extra.contains("temporary");
        }
    }

    @BeforeAll
    void storeLongLists(@TempDir Path directory) {
        if (TestDatabases.MARIADB.obstacle().isPresent()) {
            return;
        }
        TestDatabases.Location location = TestDatabases.MARIADB.create(directory);
        dataSource = location.connect();
        Database database = new Database(dataSource, location.url());
        database.migrate();
        jdbi = database.jdbi(CellCipher.unencrypted());
        StoreContract.install(jdbi, StoreContract.cluster("first"));
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into cluster (uuid, name, namespace, chart_name, chart_version, engine, spec, revision, status,
                        active, created_at, updated_at, deleted_at)
                    select concat('c', seq), concat('party-', seq), concat('team-', seq % 500), concat('chart-', seq % 100),
                        'v1.5.0', 'eggroll', repeat('spec ', 100), 1, elt(1 + seq % 10, 'Running', 'Failed', 'Creating',
                        'Updating', 'Pending', 'Unavailable', 'Deleting', 'Deleted', 'Deleted', 'Deleted'),
                        if(seq % 10 < 7, true, null), now(6), now(6) - interval seq second, if(seq % 10 < 7, null, now(6))
                    from seq_1_to_10000
                    """);
            handle.execute("""
                    insert into job (uuid, cluster_uuid, revision, method, creator, request, time_limit, status, phase,
                        phase_since, progress, lease_token, ended_at, created_at, updated_at)
                    select concat('j', seq), concat('c', seq), 1, elt(1 + seq % 4, 'ClusterInstall', 'ClusterUpdate',
                        'ClusterDelete', 'ClusterCheck'), 'ann', request, 1, elt(1 + seq % 4, 'Success', 'Failed', 'Canceled',
                        'Rollback'), phase, now(6), progress, 1, now(6), now(6),
                        now(6) - interval seq second
                    from seq_1_to_10000, job
                    """);
            handle.execute("""
                    insert into audit (at, user_name, token_kind, token_id, address, user_agent, verb, object_kind,
                        object_namespace, object_name, object_uuid, result, status, detail, request_id, requests)
                    select now(6) - interval seq second, concat('user-', seq % 100), 'session', 't', '192.0.2.1', 'curl',
                        'update', 'cluster', concat('team-', seq % 500), concat('party-', seq), concat('c', seq), 'OK', 200,
                        '', concat('r', seq), 1
                    from seq_1_to_10000
                    """);
            handle.execute("analyze table cluster, job, audit");
        });
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.add(text(context.getStatement()));
            }
        });
    }

    @AfterAll
    void close() throws Exception {
        if (dataSource != null) {
            dataSource.stop();
        }
    }

    @BeforeEach
    void forgetStatements() {
        TestDatabases.MARIADB.obstacle().ifPresent(Assumptions::abort);
        statements.clear();
    }

    static Stream<Reading> readings() {
        return Stream.of(
                        orders(
                                "clusters",
                                ClusterSort.COLUMNS,
                                range -> jdbi -> new ListStore(jdbi).clusters(clusters("", ""), range)),
                        orders("jobs", JobSort.COLUMNS, range -> jdbi -> new ListStore(jdbi).jobs(jobs("", ""), range)),
                        orders(
                                "audit",
                                AuditSort.COLUMNS,
                                range -> jdbi -> new AuditStore(jdbi).list(AuditQuery.ALL, range)),
                        Stream.of("status", "name", "namespace", "chart", "visible")
                                .map(filter -> clusterFilter(filter)),
                        Stream.of("status", "method", "cluster").map(filter -> jobFilter(filter)),
                        Stream.of("user", "namespace", "result", "since").map(filter -> auditFilter(filter)))
                .flatMap(Function.identity());
    }

    static Stream<Reading> readingsOfJobsByTheirCluster() {
        return Stream.of("name", "namespace", "chart", "visible").map(filter -> jobFilter(filter));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void aPartIsReadInTheOrderOfAnIndex(Reading reading) {
        reading.part().accept(jdbi);

        assertThat(plan(statements.get(0)))
                .noneMatch(Step::sorts)
                .extracting(Step::type)
                .doesNotContain("ALL");
    }

    @ParameterizedTest
    @MethodSource("readingsOfJobsByTheirCluster")
    void theJobsOfSomeClustersAreFoundByIndexes(Reading reading) {
        reading.part().accept(jdbi);

        assertThat(plan(statements.get(0))).extracting(Step::type).doesNotContain("ALL", "index");
    }

    private List<Step> plan(String statement) {
        return jdbi.withHandle(handle -> handle.createQuery("explain " + statement.replace(":", "\\:"))
                .map((row, context) -> new Step(
                        String.valueOf(row.getString("table")),
                        String.valueOf(row.getString("type")),
                        String.valueOf(row.getString("key")),
                        String.valueOf(row.getString("Extra"))))
                .list());
    }

    private static <T> Stream<Reading> orders(
            String list, List<SortColumn<T>> columns, Function<RowRange, Consumer<Jdbi>> read) {
        return columns.stream()
                .flatMap(column -> Stream.of(false, true)
                        .flatMap(descending -> Stream.of(Optional.<RowPosition>empty(), Optional.of(place(column)))
                                .map(after -> new RowRange(column.column(), descending, after, LIMIT))))
                .map(range -> new Reading(list + " by " + range, read.apply(range)));
    }

    /** A place with many rows before and behind it. */
    private static RowPosition place(SortColumn<?> column) {
        String value = switch (column.field()) {
            case "created" -> "5000";
            case "updated" -> TimeColumn.text(Instant.now().minusSeconds(5000));
            case "name" -> "party-5";
            case "namespace" -> "team-3";
            case "user" -> "user-5";
            case "method" -> "ClusterDelete";
            default -> "Failed";
        };
        return new RowPosition(value, 5000);
    }

    private static Reading clusterFilter(String filter) {
        return new Reading(
                "clusters of " + filter, jdbi -> new ListStore(jdbi).clusters(clusters(filter, "team-7"), NEWEST));
    }

    private static Reading jobFilter(String filter) {
        return new Reading("jobs of " + filter, jdbi -> new ListStore(jdbi).jobs(jobs(filter, "team-7"), NEWEST));
    }

    private static Reading auditFilter(String filter) {
        AuditQuery query = new AuditQuery(
                filter.equals("user") ? "user-7" : "",
                "",
                filter.equals("namespace") ? "team-7" : "",
                "",
                filter.equals("result") ? Set.of(AuditResult.OK) : Set.of(),
                filter.equals("since") ? Instant.parse("2026-01-01T00:00:00Z") : AuditQuery.ALWAYS,
                AuditQuery.NEVER,
                "");
        RowRange newest = new RowRange("number", true, Optional.empty(), LIMIT);
        return new Reading("audit of " + filter, jdbi -> new AuditStore(jdbi).list(query, newest));
    }

    private static ClusterFilter clusters(String filter, String value) {
        return new ClusterFilter(
                false,
                filter.equals("status") ? Set.of(ClusterStatus.Failed) : Set.of(),
                Optional.of(value).filter(given -> filter.equals("name")),
                Optional.of(value).filter(given -> filter.equals("namespace")),
                Optional.of(value).filter(given -> filter.equals("chart")),
                Optional.empty(),
                Optional.of(Set.of(value)).filter(given -> filter.equals("visible")));
    }

    private static JobFilter jobs(String filter, String value) {
        return new JobFilter(
                filter.equals("status") ? Set.of(JobStatus.Failed) : Set.of(),
                filter.equals("method") ? Set.of(JobMethod.ClusterCheck) : Set.of(),
                Optional.of(value).filter(given -> filter.equals("cluster")),
                Optional.of(value).filter(given -> filter.equals("name")),
                Optional.of(value).filter(given -> filter.equals("namespace")),
                Optional.of(value).filter(given -> filter.equals("chart")),
                Optional.empty(),
                Optional.of(Set.of(value)).filter(given -> filter.equals("visible")));
    }

    /** Returns a statement as the driver sends it, with its values. */
    private static String text(PreparedStatement statement) {
        try {
            return statement.unwrap(PreparedStatement.class).toString().replaceFirst("^[^:]*: ", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
