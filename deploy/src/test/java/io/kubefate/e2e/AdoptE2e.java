package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster that Helm installed, as the original KubeFATE does with the Helm of its time, is adopted. Its chart is that of the database of
 * chart {@code fate} alone.
 */
class AdoptE2e extends IsolatedScenario {

    private static final String VALUES = """
            image: {registry: federatedai, isThridParty: false, pullPolicy: IfNotPresent}
            partyId: 9999
            partyName: fate-9999
            persistence: {enabled: true}
            modules:
              mysql: {include: true, ip: mysql, port: 3306, database: eggroll_meta, user: fate, password: fate_dev,
                      subPath: mysql, storageClass: standard, accessMode: ReadWriteOnce, size: 1Gi}
              python: {include: false, backend: eggroll}
            """;

    private static final String TEMPLATE = """
            kind: ConfigMap
            apiVersion: v1
            metadata: {name: mysql-config, labels: LABELS}
            data: {create-eggroll-meta-tables.sql: "select 1;", gone.sql: "select 2;"}
            ---
            kind: ConfigMap
            apiVersion: v1
            metadata: {name: left, labels: LABELS}
            ---
            kind: PersistentVolumeClaim
            apiVersion: v1
            metadata: {name: mysql-data, labels: LABELS}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: standard
              resources: {requests: {storage: 1Gi}}
            ---
            kind: Service
            apiVersion: v1
            metadata: {name: mysql, labels: LABELS}
            spec:
              ports: [{name: "3306", port: 3306, targetPort: 3306, protocol: TCP}]
              selector: {fateMoudle: mysql, name: {{ .Release.Name }}, partyId: "9999"}
            ---
            kind: Deployment
            apiVersion: apps/v1
            metadata: {name: mysql, labels: LABELS}
            spec:
              replicas: 1
              strategy: {type: Recreate}
              selector:
                matchLabels: {fateMoudle: mysql, name: {{ .Release.Name }}, partyId: "9999"}
              template:
                metadata: {labels: LABELS}
                spec:
                  containers:
                    - name: mysql
                      image: mysql:8
                      ports: [{containerPort: 3306}]
                      env:
                        - {name: MYSQL_ALLOW_EMPTY_PASSWORD, value: "1"}
                        - {name: MYSQL_DATABASE, value: eggroll_meta}
                        - {name: MYSQL_USER, value: fate}
                        - {name: MYSQL_PASSWORD, value: fate_dev}
                        - {name: user, value: root}
                        - {name: GONE, value: "1"}
                      volumeMounts:
                        - {mountPath: /docker-entrypoint-initdb.d/, name: mysql-confs}
                        - {mountPath: /var/lib/mysql, name: data, subPath: mysql}
                  volumes:
                    - {name: mysql-confs, configMap: {name: mysql-config}}
                    - {name: data, persistentVolumeClaim: {claimName: mysql-data}}
            """.replace(
                    "LABELS",
                    "{fateMoudle: mysql, name: {{ .Release.Name }}, partyId: \"9999\", owner: kubefate, cluster: fate,"
                            + " heritage: Helm, release: {{ .Release.Name }}, chart: fate}");

    @BeforeAll
    @Override
    void startService(@TempDir Path home, SharedService shared) {
        String reason = Helm.missing();
        assumeTrue(reason.isEmpty(), reason);
        super.startService(home, shared);
    }

    @Test
    void keepsTheDataAndRemovesTheRelease() throws IOException {
        helm("v1.5.0");
        kubectl.run("exec", "deploy/mysql", "--", "sh", "-c", "echo kept > /var/lib/mysql/marker");

        Command.Result plan = adopt("--dry-run");
        assertThat(plan.exitCode()).as(plan.toString()).isEqualTo(2);
        assertThat(plan.out())
                .contains("~ update Deployment/mysql (mysql), restarts its pods", "- remove ConfigMap/left")
                .contains("GONE")
                .doesNotContain("data lost", "terminationMessagePath", "progressDeadlineSeconds");
        assertSuccess(adopt("--wait"));

        JsonNode adopted =
                service.get("v1/cluster/").get(service.get("v1/cluster/").size() - 1);
        assertThat(adopted.at("/status").asText()).isEqualTo("Running");
        assertThat(kubectl.run("exec", "deploy/mysql", "--", "cat", "/var/lib/mysql/marker")
                        .out())
                .isEqualTo("kept\n");
        assertThat(kubectl.run("get", "deployment", "mysql", "-o", "yaml").out())
                .doesNotContain("GONE");
        assertThat(kubectl.names("configmaps"))
                .contains("ConfigMap/mysql-config")
                .doesNotContain("ConfigMap/left");
        assertThat(kubectl.run("get", "configmap", "mysql-config", "-o", "yaml").out())
                .doesNotContain("gone.sql");
        assertThat(helmList()).doesNotContain(cluster);
        Command.Result drift = service.kubefate("cluster", "drift", cluster);
        assertThat(drift.exitCode()).as(drift.toString()).isZero();
    }

    @Test
    void completesAlthoughTheServiceIsKilled() throws IOException {
        helm("v1.5.0");

        String job = jobId(adopt());
        Eventually.holds(
                "objects are adopted",
                LIMIT,
                () -> kubectl.run("get", "configmap", "mysql-config", "-o", "yaml")
                        .out()
                        .contains("kubefate.io/cluster"));
        service.kill();
        service.start();

        assertThat(ended(job).at("/status").asText()).as(job(job).toString()).isEqualTo("Success");
        assertThat(helmList()).doesNotContain(cluster);
        assertThat(kubectl.names("persistentvolumeclaims")).containsExactly("PersistentVolumeClaim/mysql-data");
    }

    @Test
    void restoresTheReleaseIfTheClusterDoesNotBecomeReady() throws IOException {
        helm("v1.5.0");
        Path file = ClusterFile.database(folder, cluster, "pullPolicy: Never\nregistry: registry.invalid/missing\n");

        Command.Result failed = adopt("-f", file.toString(), "--force", "--timeout", "30s", "--wait");

        assertThat(failed.exitCode()).as(failed.toString()).isEqualTo(1);
        assertThat(failed.toString()).contains("the objects of Helm release " + cluster + " are restored");
        String deployment =
                kubectl.run("get", "deployment", "mysql", "-o", "yaml").out();
        assertThat(deployment).contains("GONE", "image: mysql:8").doesNotContain("kubefate.io");
        assertThat(kubectl.names("configmaps")).contains("ConfigMap/left");
        assertThat(helmList()).contains(cluster);
        Command.Result upgraded = Helm.run(
                "upgrade",
                cluster,
                chart("v1.5.0").toString(),
                "--namespace",
                cluster,
                "--server-side=false",
                "--wait");
        assertSuccess(upgraded);
        assertSuccess(adopt("--wait"));
    }

    @Test
    void adoptsAChartWithoutAPluginAsItIs() throws IOException {
        helm("v1.9.0");

        assertSuccess(adopt("--wait"));

        assertThat(kubectl.run("get", "deployment", "mysql", "-o", "yaml").out())
                .contains("GONE", "kubefate.io/cluster");
        assertThat(helmList()).doesNotContain(cluster);
        assertThat(service.kubefate("cluster", "drift", cluster).exitCode()).isZero();
        assertThat(service.kubefate("cluster", "logs", cluster, "mysql").exitCode())
                .isZero();
        assertSuccess(service.kubefate("cluster", "delete", cluster, "--wait"));
        assertThat(kubectl.names("deployments,services,configmaps")).isEmpty();
        assertThat(kubectl.names("persistentvolumeclaims")).containsExactly("PersistentVolumeClaim/mysql-data");
    }

    private void helm(String version) throws IOException {
        Path values = Files.writeString(folder.resolve("values.yaml"), VALUES);
        assertSuccess(Helm.run(
                "install",
                cluster,
                chart(version).toString(),
                "--namespace",
                cluster,
                "--create-namespace",
                "--server-side=false",
                "--values",
                values.toString(),
                "--wait"));
    }

    private Path chart(String version) throws IOException {
        Path chart = folder.resolve("fate-" + version);
        Files.createDirectories(chart.resolve("templates"));
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: fate\nversion: " + version + "\n");
        Files.writeString(chart.resolve("templates/all.yaml"), TEMPLATE);
        return chart;
    }

    private Command.Result adopt(String... more) {
        String[] words = new String[5 + more.length];
        System.arraycopy(new String[] {"cluster", "adopt", cluster, "--namespace", cluster}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return service.kubefate(words);
    }

    private String helmList() {
        return Helm.run("list", "--namespace", cluster, "--short").out();
    }
}
