package io.kubefate.server.service.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.api.Federation;
import io.kubefate.api.FederationCheck;
import io.kubefate.api.FederationCluster;
import io.kubefate.api.FederationRoute;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.spec.MemberReader;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.FederationStore;
import io.kubefate.server.store.cluster.ClusterIdentity;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionOrigin;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.cluster.StoredRelease;
import io.kubefate.server.store.job.JobDefinition;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.request.RequestConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The federation of the clusters in a database. */
class FederationServiceTest {

    private static final Instant NOW = Instant.parse("2021-01-01T00:00:00Z");

    private final RoutesRelease release = new RoutesRelease();
    private EmbeddedDatabase database;
    private FederationService federation;

    @BeforeEach
    void start() {
        database = new EmbeddedDatabase();
        federation =
                new FederationService(new FederationStore(database.jdbi()), new MemberReader(new SpecIntake(release)));
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void saysWhichPartyMustChangeWhat() {
        install("one", "v1", "1, to: 2, host: 10.0.0.2, port: 30002, nodePort: 30001");
        install("two", "v1", "2, nodePort: 30002");

        assertThat(all().routes()).singleElement().satisfies(route -> {
            assertThat(route.state()).isEqualTo("ONE_WAY");
            assertThat(route.message()).isEqualTo("two has no route back");
            assertThat(route.remedy().message())
                    .isEqualTo("party 2 (cluster two) needs a route to party 1 in gate.parties:"
                            + " any node of the other side, port 30001");
        });
    }

    @Test
    void aClusterInAnotherNamespaceIsOutside() {
        install("one", "v1", "1, to: 2, host: 10.0.0.2, port: 30002, nodePort: 30001");
        install("two", "v1", "2, nodePort: 30002");

        Federation seen = federation.federation(new Namespaces(false, Set.of("one")));

        assertThat(seen.clusters()).extracting(FederationCluster::name).containsExactly("one");
        assertThat(seen.routes())
                .extracting(FederationRoute::state, FederationRoute::to)
                .containsExactly(tuple("UNKNOWN", "party/training/2"));
        assertThat(seen.toString()).doesNotContain("uuid-two");
    }

    @Test
    void reportsWhyRoutesAreNotKnown() {
        install("gone", "v9", "1");
        install("broken", "v1", "x, fail: true");
        install("silent", "v1", "y");

        assertThat(all().clusters())
                .extracting(FederationCluster::name, FederationCluster::unknown)
                .containsExactly(
                        tuple("gone", "NO_PLUGIN"), tuple("broken", "PLUGIN_FAILED"), tuple("silent", "NOT_DECLARED"));
    }

    @Test
    void readsAFileOnceUntilThePluginChanges() {
        install("one", "v1", "1, nodePort: 30001");

        all();
        all();
        assertThat(release.calls()).isEqualTo(1);

        release.replace("test@2");
        all();
        assertThat(release.calls()).isEqualTo(2);
    }

    @Test
    void hasTheNewestCheckThatHasEnded() {
        String uuid = install("one", "v1", "1, nodePort: 30001");
        check(uuid, "old", "Failed", "2021-01-02 00:00:00");
        check(uuid, "new", "Success", "2021-01-03 00:00:00");

        assertThat(all().clusters())
                .extracting(FederationCluster::check)
                .containsExactly(
                        new FederationCheck("new", "Success", Instant.parse("2021-01-03T00:00:00Z"), List.of()));
    }

    private Federation all() {
        return federation.federation(Namespaces.ALL);
    }

    private String install(String name, String version, String party) {
        String spec = "name: " + name + "\nnamespace: " + name + "\nchartName: test\nchartVersion: " + version
                + "\ngate: {party: " + party + "}\n";
        StoredRelease stored = new StoredRelease("test", version, "");
        String uuid = "uuid-" + name;
        new ClusterStore(database.jdbi())
                .acceptInstall(
                        ClusterRecord.pending(new ClusterIdentity(uuid, name, name), stored, spec, NOW),
                        new RevisionRecord(uuid, 1, spec, "[]", new RevisionOrigin("test@1", stored, 0), "me", NOW),
                        JobRecord.pending(
                                new JobDefinition(
                                        "job-" + name,
                                        uuid,
                                        1,
                                        JobMethod.ClusterInstall,
                                        "me",
                                        JobRequest.delete(Set.of()),
                                        Duration.ofHours(1)),
                                NOW),
                        RequestConditions.NONE);
        return uuid;
    }

    private void check(String cluster, String job, String status, String end) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into job (uuid, cluster_uuid, revision, method, creator, request, time_limit, status, phase, phase_since,"
                                + " progress, lease_token, created_at, updated_at, ended_at) select ?, ?, revision, 'ClusterCheck', creator,"
                                + " request, time_limit, ?, phase, phase_since, progress, lease_token, created_at, updated_at, ?"
                                + " from job where cluster_uuid = ? and method = 'ClusterInstall'",
                        job,
                        cluster,
                        status,
                        end,
                        cluster));
    }
}
