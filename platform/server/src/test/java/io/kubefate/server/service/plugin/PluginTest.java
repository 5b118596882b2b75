package io.kubefate.server.service.plugin;

import io.dropwizard.db.ManagedDataSource;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.TestDatabases;
import io.kubefate.server.store.TestRows;
import io.kubefate.server.store.cluster.ClusterIdentity;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.encryption.CellCipher;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.request.RequestConditions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of plugin management share: an empty database and one replica on it. */
abstract class PluginTest {

    @TempDir
    Path home;

    Jdbi jdbi;
    TestReplica replica;

    private final TestDatabases kind;
    private ManagedDataSource dataSource;

    PluginTest() {
        this(TestDatabases.H2);
    }

    PluginTest(TestDatabases kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        TestDatabases.Location location = kind.create(home);
        dataSource = location.connect();
        Database database = new Database(dataSource, location.url());
        database.migrate();
        jdbi = database.jdbi(CellCipher.unencrypted());
        replica = new TestReplica(jdbi, home.resolve("one"));
    }

    @AfterEach
    void close() throws Exception {
        if (replica != null) {
            replica.close();
        }
        if (dataSource != null) {
            dataSource.stop();
        }
    }

    /** A cluster that a plugin rendered. */
    ClusterRecord cluster(String name, String plugin) {
        ClusterRecord cluster = ClusterRecord.pending(
                new ClusterIdentity(name + "-uuid", name, "party"), TestRows.RELEASE, "name: " + name, TestReplica.NOW);
        new ClusterStore(jdbi)
                .acceptInstall(
                        cluster,
                        TestRows.revision(cluster, "[]", plugin),
                        TestRows.install(cluster, Set.of(), FailurePolicy.KEEP),
                        RequestConditions.NONE);
        return cluster;
    }

    static void assertRefused(ThrowingCallable attempt, ErrorCode code, String... words) {
        KubefateException refusal = Assertions.catchThrowableOfType(KubefateException.class, attempt);
        Assertions.assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        List.of(words).forEach(word -> Assertions.assertThat(refusal).hasMessageContaining(word));
    }
}
