package io.kubefate.server.store.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.server.service.job.JobStateLines;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.IdentityStore;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.TestDatabases;
import io.kubefate.server.store.TestRows;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the original, as its object mapper creates them in MariaDB. */
class OriginalImportTest {

    private static final String CLUSTER = "27e37a60-fffb-4031-a76f-990b2ff43cf2";
    private static final String JOB = "fe846176-0787-4879-9d27-622692ce181c";

    @TempDir
    Path directory;

    private final EmbeddedDatabase database = new EmbeddedDatabase();
    private Jdbi original;

    @BeforeEach
    void createTables() {
        TestDatabases.Location location = TestDatabases.MARIADB.create(directory);
        original = Jdbi.create(location.url(), location.user(), location.password());
        execute("""
                create table clusters (
                    id bigint unsigned auto_increment primary key, created_at datetime(3), updated_at datetime(3),
                    deleted_at datetime(3), uuid varchar(36) unique, name varchar(255) not null,
                    name_space varchar(255) not null, chart_name varchar(255), chart_version varchar(255) not null,
                    `values` text, spec blob, revision tinyint, helm_revision tinyint, chart_values blob,
                    status tinyint, info blob)
                """);
        execute("""
                create table users (
                    id bigint unsigned auto_increment primary key, created_at datetime(3), updated_at datetime(3),
                    deleted_at datetime(3), uuid varchar(36) unique, username varchar(191) not null,
                    password varchar(512) not null, salt varchar(128) not null, email varchar(255),
                    status tinyint not null)
                """);
        execute(jobs("states text"));
        cluster(CLUSTER, "fate-9999", "null");
    }

    private static String jobs(String column) {
        return """
                create table jobs (
                    id bigint unsigned auto_increment primary key, created_at datetime(3), updated_at datetime(3),
                    deleted_at datetime(3), uuid varchar(36) unique, start_time datetime(3) default null,
                    end_time datetime(3) default null, method varchar(16) not null, cluster_id varchar(36),
                    creator varchar(16) not null, sub_jobs blob, status tinyint, time_limit bigint, args_name longtext,
                    args_namespace longtext, args_chart_name longtext, args_chart_version longtext, args_cover boolean,
                    args_data longblob, %s)
                """.formatted(column);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void aClusterKeepsItsIdFileAndTimes() {
        assertThat(run())
                .extracting(ImportResult::name, ImportResult::outcome, ImportResult::note)
                .containsExactly(tuple(
                        "fate-9999/fate-9999",
                        ImportResult.Outcome.IMPORTED,
                        "adopt it: kubefate cluster adopt fate-9999 -n fate-9999"));

        ClusterRecord cluster = clusters().find(CLUSTER).orElseThrow();
        assertThat(cluster.name()).isEqualTo("fate-9999");
        assertThat(cluster.spec().value()).isEqualTo("{\"name\":\"fate-9999\"}");
        assertThat(cluster.chartName() + " " + cluster.chartVersion()).isEqualTo("fate v1.5.0");
        assertThat(cluster.status()).isEqualTo(ClusterStatus.Pending);
        assertThat(cluster.revision()).isZero();
        assertThat(cluster.times().createdAt()).isEqualTo(Instant.parse("2021-01-28T14:48:53.123Z"));
    }

    @Test
    void aDeletedClusterIsHistory() {
        cluster("0d0bd4ea-2a5f-4dd9-9dd8-5ba0b2c9a1c3", "gone", "'2022-01-01 00:00:00'");

        run();

        assertThat(clusters().list(true)).extracting(ClusterRecord::name).containsExactly("fate-9999", "gone");
        assertThat(clusters().list(false)).extracting(ClusterRecord::name).containsExactly("fate-9999");
    }

    @Test
    void anEndedJobIsHistory() {
        job(JOB, "ClusterInstall", 3);

        run();

        JobRecord job = jobs().find(JOB).orElseThrow();
        assertThat(job.clusterUuid()).isEqualTo(CLUSTER);
        assertThat(job.method()).isEqualTo(JobMethod.ClusterInstall);
        assertThat(job.status()).isEqualTo(JobStatus.Success);
        assertThat(job.definition().creator()).isEqualTo("admin");
        assertThat(job.times().createdAt()).isEqualTo(Instant.parse("2021-01-28T14:48:53Z"));
        assertThat(job.state().endedAt()).contains(Instant.parse("2021-01-28T15:00:00Z"));
        assertThat(JobStateLines.of(job.method(), jobs().events(JOB), Instant.now()))
                .containsExactly("create Cluster in DB Success", "job run Success");
    }

    @Test
    void aTimeoutIsAFailureAndARunningJobIsLeftOut() {
        job(JOB, "ClusterInstall", 6);
        job("0d0bd4ea-2a5f-4dd9-9dd8-5ba0b2c9a1c3", "ClusterUpdate", 2);

        assertThat(run())
                .filteredOn(result -> result.kind().equals("job"))
                .extracting(ImportResult::outcome)
                .containsExactly(ImportResult.Outcome.IMPORTED, ImportResult.Outcome.SKIPPED);
        assertThat(jobs().find(JOB).orElseThrow().status()).isEqualTo(JobStatus.Failed);
    }

    @Test
    void theSeventhStatusOfVersion15IsCanceled() {
        execute("drop table jobs");
        execute(jobs("result text"));
        execute("insert into jobs (uuid, method, cluster_id, creator, status, time_limit, start_time, result) values ('"
                + JOB + "', 'ClusterInstall', '" + CLUSTER
                + "', 'admin', 7, 1, '2021-01-28 14:48:53', 'Job canceled')");

        run();

        assertThat(jobs().find(JOB).orElseThrow().status()).isEqualTo(JobStatus.Canceled);
        assertThat(JobStateLines.of(JobMethod.ClusterInstall, jobs().events(JOB), Instant.now()))
                .containsExactly("Job canceled");
    }

    @Test
    void usersComeWithoutPasswords() {
        execute("insert into users (uuid, username, password, salt, email, status) values"
                + " ('0d0bd4ea-2a5f-4dd9-9dd8-5ba0b2c9a1c3', 'ann', 'hash', 'salt', 'ann@example.com', 1)");

        run();

        assertThat(new IdentityStore(database.jdbi()).accountNamed("ann").orElseThrow())
                .satisfies(ann -> assertThat(ann.passwordHash()).isEmpty())
                .satisfies(ann -> assertThat(ann.email()).isEqualTo("ann@example.com"));
    }

    @Test
    void aSecondRunChangesNothing() {
        job(JOB, "ClusterInstall", 3);
        run();

        assertThat(run()).extracting(ImportResult::outcome).containsOnly(ImportResult.Outcome.EXISTS);
        assertThat(jobs().events(JOB)).hasSize(1);
    }

    @Test
    void aClusterWhoseNameIsTakenIsLeftOut() {
        TestRows.accept(clusters(), TestRows.cluster("fate-9999", "name: x", Instant.now()));

        assertThat(run()).extracting(ImportResult::outcome).containsExactly(ImportResult.Outcome.SKIPPED);
    }

    @Test
    void anotherDatabaseIsRefused() {
        execute("drop table users");

        assertThatThrownBy(this::run).hasMessageContaining("cannot read table users of the original KubeFATE");
        assertThat(clusters().list(true)).isEmpty();
    }

    private List<ImportResult> run() {
        return new OriginalImport(original, database.jdbi(), Clock.systemUTC()).run();
    }

    private ClusterStore clusters() {
        return new ClusterStore(database.jdbi());
    }

    private JobStore jobs() {
        return new JobStore(database.jdbi());
    }

    private void cluster(String uuid, String name, String deletedAt) {
        execute(
                "insert into clusters (created_at, updated_at, deleted_at, uuid, name, name_space, chart_name, chart_version,"
                        + " `values`, revision, status) values ('2021-01-28 14:48:53.123', '2021-01-28 14:48:53.123', "
                        + deletedAt
                        + ", '" + uuid + "', '" + name + "', '" + name + "', 'fate', 'v1.5.0', '{\"name\":\"" + name
                        + "\"}', 1, 5)");
    }

    private void job(String uuid, String method, int status) {
        execute(
                "insert into jobs (created_at, updated_at, uuid, start_time, end_time, method, cluster_id, creator, status,"
                        + " time_limit, args_name, args_data, states) values ('2021-01-28 14:48:50', '2021-01-28 15:00:00', '"
                        + uuid
                        + "', '2021-01-28 14:48:53', '2021-01-28 15:00:00', '" + method + "', '" + CLUSTER
                        + "', 'admin', " + status
                        + ", 3600000000000, 'fate-9999', '{}',"
                        + " '[\"create Cluster in DB Success\",\"job run Success\"]')");
    }

    private void execute(String sql) {
        original.useHandle(handle -> handle.execute(sql));
    }
}
