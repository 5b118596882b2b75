package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** From FATE 1.11.1 to 1.11.2, with data in the volume of MySQL, and back. */
class DatabaseUpgradeE2e extends Scenario {

    private static final String DATA = "/var/lib/mysql/data-of-the-party";

    @Test
    void theDatabaseIsDumpedAndUpgradedAndARollbackRestoresTheDump() {
        String id = install();
        kubectl.run("exec", "mysql-0", "--", "sh", "-c", "echo kept > " + DATA);
        Path file = file("v1.11.2");

        assertThat(service.kubefate("cluster", "plan", "-f", file.toString()).out())
                .contains(
                        "> run step dump-database first (mysql:8.0.28)",
                        "> run step upgrade-tables first (mysql:8.0.28)",
                        "> run step verify-tables first (mysql:8.0.28)",
                        "PersistentVolumeClaim/mysql-dumps is new and empty");
        JsonNode upgraded = update(file);

        assertThat(upgraded.at("/status").asText()).as(upgraded.toString()).isEqualTo("Success");
        assertThat(logs(upgraded))
                .contains(
                        "database eggroll_meta is saved: revision-2.sql",
                        "the tables are upgraded",
                        "the tables have all columns")
                .doesNotContain("fate_dev");
        assertThat(kubectl.run("exec", "mysql-0", "--", "cat", DATA).out()).isEqualTo("kept\n");
        assertThat(kubectl.names("jobs")).isEmpty();

        assertThat(service.kubefate("cluster", "rollback", id, "1", "--restore-data", "--dry-run")
                        .out())
                .contains(
                        "> run step restore-dump-database first (mysql:8.0.28)",
                        "data become those that the upgrade to revision 2 saved");
        JsonNode restored = ended(jobId(service.kubefate("cluster", "rollback", id, "1", "--restore-data")));

        assertThat(restored.at("/status").asText()).as(restored.toString()).isEqualTo("Success");
        assertThat(logs(restored)).contains("database eggroll_meta is restored from revision-2.sql");
        assertThat(describe(id).at("/chart_version").asText()).isEqualTo("v1.11.1");
        deleteKeepsTheDump(id);
    }

    /** The quota lets the first Job be created and no other, as long as the first exists. */
    @Test
    void anUpgradeThatFailsHalfWayLeavesTheOldReleaseAndTellsHowToRestoreTheData() {
        String id = install();
        String pod = uid("mysql-0");
        kubectl.apply(folder, """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: one-job}
                spec: {hard: {count/jobs.batch: "1"}}
                """);
        Eventually.holds(
                "the quota is in force",
                LIMIT,
                () -> kubectl.object("resourcequota", "one-job")
                                .at("/status/used")
                                .size()
                        == 1);

        JsonNode failed = update(file("v1.11.2"));

        assertThat(failed.at("/status").asText()).as(failed.toString()).isEqualTo("Rollback");
        assertThat(states(failed))
                .contains("step dump-database succeeded")
                .anyMatch(state -> state.contains("exceeded quota"))
                .contains(
                        "step dump-database has saved the data before the upgrade in claim mysql-dumps; to restore them,"
                                + " use \"kubefate cluster rollback " + id + " 1 --restore-data\"");
        assertThat(describe(id).at("/chart_version").asText()).isEqualTo("v1.11.1");
        assertThat(describe(id).at("/status").asText()).isEqualTo("Running");
        assertThat(uid("mysql-0")).isEqualTo(pod);

        JsonNode restored = ended(jobId(service.kubefate("cluster", "rollback", id, "1", "--restore-data")));
        assertThat(restored.at("/status").asText()).as(restored.toString()).isEqualTo("Success");
        assertThat(logs(restored)).contains("database eggroll_meta is restored from revision-2.sql");
    }

    private void deleteKeepsTheDump(String id) {
        assertSuccess(service.kubefate("cluster", "delete", id, "--wait"));
        assertThat(kubectl.names("pvc"))
                .containsExactlyInAnyOrder("PersistentVolumeClaim/mysql-dumps", "PersistentVolumeClaim/data-mysql-0");
    }

    private String install() {
        JsonNode installed = install(file("v1.11.1"));
        assertThat(installed.at("/status").asText()).as(installed.toString()).isEqualTo("Success");
        return installed.at("/cluster_id").asText();
    }

    private Path file(String version) {
        return ClusterFile.ofRelease(folder, cluster, version, "modules: [mysql, clustermanager]\npersistence: true\n");
    }

    private JsonNode update(Path file) {
        return ended(jobId(service.kubefate("cluster", "update", "-f", file.toString())));
    }

    private JsonNode describe(String id) {
        return service.get("v1/cluster/" + id);
    }

    private String uid(String pod) {
        return kubectl.object("pod", pod).at("/metadata/uid").asText();
    }

    private String logs(JsonNode job) {
        Command.Result logs = service.kubefate("job", "logs", job.at("/uuid").asText());
        assertSuccess(logs);
        return logs.out();
    }
}
