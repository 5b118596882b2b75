package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas of the service get the next release, one after the other, and then the former one again, while a cluster is managed. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "MariaDB is there for Linux on x86-64")
class ReleaseUpgradeE2e extends IsolatedScenario {

    private Replicas replicas;
    private Path nextRelease;

    @BeforeAll
    @Override
    void startService(@TempDir Path home, SharedService shared) {
        assumeKubernetes();
        nextRelease = NextRelease.build(home);
        replicas = new Replicas(home, List.of(Map.of(), Map.of()));
        service = replicas.get(0);
    }

    @AfterAll
    @Override
    void stopService() {
        if (replicas != null) {
            replicas.close();
        }
    }

    @Test
    void replicasGetTheNextReleaseAndTheFormerOneAgain() throws Exception {
        ClusterUser user = new ClusterUser(replicas.address());
        Path file = ClusterFile.exchange(folder, cluster, "");
        succeeds(user, user.install(file));

        replace(0, nextRelease);
        assertThat(version(0)).isEqualTo("v" + NextRelease.VERSION).isNotEqualTo(version(1));
        succeeds(user, user.update(ClusterFile.changed(file)));
        replace(1, nextRelease);
        succeeds(user, user.rollback(1));

        String waiting =
                user.update(ClusterFile.exchange(folder, cluster, "rollsite: {nodeSelector: {disktype: nowhere}}\n"));
        writeEventOfTheNextRelease(waiting);
        replace(0, Home.folder());
        replace(1, Home.folder());
        for (Service replica : replicas.all()) {
            assertThat(replica.get("v1/job/" + waiting).at("/status").asText()).isEqualTo("Running");
        }
        assertThat(service.kubefate("job", "stop", waiting).exitCode()).isZero();
        assertThat(user.ended(waiting).at("/status").asText()).isEqualTo("Canceled");
        succeeds(user, user.delete());
    }

    private void succeeds(ClusterUser user, String job) {
        assertThat(user.ended(job).at("/status").asText()).isEqualTo("Success");
    }

    private void replace(int replica, Path release) {
        replicas.get(replica).stop();
        replicas.get(replica).start(release);
    }

    private String version(int replica) {
        return new RestClient(replicas.get(replica).address())
                .send("GET", "v1/version", "", Map.of())
                .body()
                .at("/version")
                .asText();
    }

    /** The next release can record what the former one does not know. */
    private void writeEventOfTheNextRelease(String job) throws SQLException {
        try (Connection connection = replicas.database().primary().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into job_event (job_uuid, at, reason, object, occurrence, details)
                    values ('%s', utc_timestamp(6), 'NEXT_RELEASE', '', 0, '{}')
                    """.formatted(job));
        }
    }
}
