package io.kubefate.server.http;

import static io.kubefate.server.DemoPlugin.request;
import static io.kubefate.server.http.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.HelmStorage;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.TestServer;
import io.kubefate.server.store.original.OriginalImport;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The adoption of Helm releases over HTTP. Each test works in a namespace of its own. */
class AdoptionApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static int count;

    private String name;
    private List<Manifest> objects;

    @BeforeEach
    void chooseAName() {
        name = "old-" + ++count;
        objects = List.of(
                labeled(Manifests.configMap(name, "settings", "a")),
                labeled(Manifests.configMap(name, "left", "a")),
                labeled(Manifests.deployment(
                        name,
                        "python",
                        Map.of(
                                "containers",
                                List.of(Manifests.container("python", "python:0")),
                                "volumes",
                                List.of(Map.of("name", "cache", "emptyDir", Map.of()))))));
    }

    @Test
    void listsWhatCanBeAdopted() {
        helm("v1", Map.of());
        SERVER.kubernetes.apply(
                HelmStorage.of(name, "other").chart("nginx", "1").record());

        assertThat(CLIENT.data("/v1/cluster/adopt?namespace=" + name))
                .hasToString("[{\"name\":\"" + name + "\",\"namespace\":\"" + name + "\",\"chart_name\":\"demo\","
                        + "\"chart_version\":\"v1\",\"revision\":1,\"status\":\"deployed\","
                        + "\"deployed_at\":\"2024-01-25T10:00:00Z\",\"served\":true,\"needs_file\":true,"
                        + "\"obstacle\":\"\"}]");
        assertThat(CLIENT.get("/v1/cluster/adopt").body()).contains("\"name\":\"" + name + "\"");
    }

    @Test
    void plansAnAdoption() {
        helm("v1", Map.of("modules", List.of("python"), "value", "b"));

        JsonNode plan = CLIENT.data(adopt("?dryRun=true", ""));

        assertThat(plan.at("/operation").asText()).isEqualTo("adopt");
        assertThat(plan.at("/feasible").asBoolean()).isTrue();
        assertThat(plan.at("/modules").toString()).contains("\"python\"");
        assertThat(plan.at("/objects").toString())
                .contains("\"path\":\"data.key\",\"before\":\"a\",\"after\":\"b\"")
                .contains("\"action\":\"remove\",\"kind\":\"ConfigMap\",\"name\":\"left\"");
        assertThat(record()).hasSize(1);
    }

    @Test
    void adoptsWithTheFileThatIsDerivedFromTheRelease() {
        helm("v1", Map.of("modules", List.of("python"), "value", "b"));

        JsonNode job = CLIENT.ended(CLIENT.data(adopt("", "")));

        assertThat(job.at("/status").asText()).isEqualTo("Success");
        JsonNode cluster = CLIENT.data("/v1/cluster/" + job.at("/cluster_id").asText());
        assertThat(cluster.at("/status").asText()).isEqualTo("Running");
        assertThat(cluster.at("/values").asText()).contains("name: " + name, "chartVersion: v1", "value: b");
        assertThat(record()).isEmpty();
        assertThat(CLIENT.data("/v1/cluster/adopt?namespace=" + name)).isEmpty();
        assertThat(error(adopt("", ""))).contains("has no Helm release " + name);
    }

    @Test
    void adoptsWithAGivenFile() {
        helm("v1", Map.of());

        JsonNode job = CLIENT.ended(CLIENT.data(adopt("", data(name, "v1", "value: c"))));

        assertThat(job.at("/status").asText()).isEqualTo("Success");
        assertThat(SERVER.kubernetes
                        .find(List.of(new ObjectRef("v1", "ConfigMap", name, "settings")))
                        .get(0)
                        .content())
                .containsEntry("data", Map.of("key", "c"));
    }

    @Test
    void asksForTheFileThatCannotBeDerived() {
        helm("v1", Map.of());

        assertThat(error(adopt("?dryRun=true", "")))
                .contains("the plugin of demo v1 cannot derive the cluster.yaml from Helm release " + name);
        assertThat(record()).hasSize(1);
    }

    @Test
    void anImportedClusterKeepsItsIdAndItsFile() {
        helm("v1", Map.of());
        String uuid = imported("modules: [python]\nvalue: d");
        assertThat(CLIENT.data("/v1/cluster/adopt?namespace=" + name)
                        .at("/0/needs_file")
                        .asBoolean())
                .isFalse();
        assertThat(CLIENT.data("/v1/cluster/" + uuid).at("/status").asText()).isEqualTo("Pending");
        assertThat(error(CLIENT.send("POST", "/v1/cluster", request(name, "v1"))))
                .contains("adopt it with \"kubefate cluster adopt " + name);

        JsonNode job = CLIENT.ended(CLIENT.data(adopt("", "")));

        assertThat(job.at("/status").asText()).isEqualTo("Success");
        assertThat(job.at("/cluster_id").asText()).isEqualTo(uuid);
        JsonNode cluster = CLIENT.data("/v1/cluster/" + uuid);
        assertThat(cluster.at("/status").asText()).isEqualTo("Running");
        assertThat(cluster.at("/revision").asInt()).isEqualTo(1);
        assertThat(cluster.at("/values").asText()).contains("value: d");
        assertThat(record()).isEmpty();
    }

    /** Imports a cluster of the original's database, with more lines of its file. */
    private String imported(String lines) {
        return imported("namespace: " + name, lines);
    }

    private String imported(String namespace, String lines) {
        String file = "name: " + name + "\n" + namespace + "\nchartName: demo\nchartVersion: v1\n" + lines;
        String uuid = UUID.randomUUID().toString();
        Jdbi original = Jdbi.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;MODE=MySQL;DATABASE_TO_LOWER=TRUE");
        original.useHandle(handle -> {
            handle.execute("create table clusters (id int, uuid varchar(36), name varchar(99), name_space varchar(99),"
                    + " chart_name varchar(99), chart_version varchar(99), `values` varchar(999))");
            handle.execute("create table jobs (id int)");
            handle.execute("create table users (id int)");
            handle.execute("insert into clusters values (1, ?, ?, ?, 'demo', 'v1', ?)", uuid, name, name, file);
        });
        new OriginalImport(original, SERVER.jdbi(), Clock.systemUTC()).run();
        return uuid;
    }

    @Test
    void rejectsAnImportedFileOfAnotherNamespace() {
        helm("v1", Map.of());
        imported("nameSpace: elsewhere", "modules: [python]");

        assertThat(error(adopt("", "")))
                .contains("is in namespace " + name + ", but its cluster.yaml has elsewhere; give a file");
        assertThat(record()).hasSize(1);
    }

    @Test
    void rejectsAFileOfAnotherRelease() {
        helm("v1", Map.of());

        assertThat(error(adopt("", data(name, "v2", ""))))
                .contains("has chart demo v1, but the cluster.yaml has demo v2");
    }

    @Test
    void adoptsAReleaseThatNoPluginServesAsItIs() {
        helm("v0", Map.of("partyId", 9999));

        HttpResponse<String> rejected = adopt("", "");
        assertThat(error(rejected)).contains("data lost: Deployment/python: its pods restart", "volume cache");
        HttpResponse<String> accepted = adopt("", "\"accept_data_loss\":true,");
        assertThat(json(accepted).at("/warnings").toString()).contains("no plugin serves demo v0");
        JsonNode job = CLIENT.ended(CLIENT.data(accepted));

        assertThat(job.at("/status").asText()).isEqualTo("Success");
        String cluster = "/v1/cluster/" + job.at("/cluster_id").asText();
        assertThat(CLIENT.data(cluster).at("/status").asText()).isEqualTo("Running");
        assertThat(CLIENT.data(cluster + "/drift").at("/changes").asBoolean()).isFalse();
        assertThat(error(CLIENT.send("PUT", "/v1/cluster", request(name, "v0"))))
                .contains("no plugin serves");
        assertThat(CLIENT.ended(CLIENT.data(CLIENT.send("DELETE", cluster)))
                        .at("/status")
                        .asText())
                .isEqualTo("Success");
        assertThat(SERVER.kubernetes.find(objects.stream().map(Manifest::ref).toList()))
                .isEmpty();
    }

    @Test
    void aReleaseThatHelmChangesCannotBeAdopted() {
        helm("v1", Map.of());
        SERVER.kubernetes.apply(storage("v1", Map.of()).record(2, "pending-upgrade"));

        assertThat(error(adopt("", ""))).contains("its revision 2 is pending-upgrade; wait until Helm has finished");
        assertThat(CLIENT.data("/v1/cluster/adopt?namespace=" + name)
                        .at("/0/obstacle")
                        .asText())
                .startsWith("its revision 2 is pending-upgrade");
    }

    @Test
    void aReleaseOfAnotherChartCannotBeAdopted() {
        SERVER.kubernetes.createNamespace(name);
        SERVER.kubernetes.apply(HelmStorage.of(name, name).chart("nginx", "1").record());

        assertThat(error(adopt("", ""))).contains("the original KubeFATE did not install it");
    }

    @Test
    void anInstallOverAReleaseAdvisesToAdoptIt() {
        helm("v1", Map.of());

        assertThat(error(CLIENT.send("POST", "/v1/cluster", request(name, "v1"))))
                .contains("\"kubefate cluster adopt " + name + " --namespace " + name + "\"");
    }

    private void helm(String version, Map<String, Object> values) {
        SERVER.kubernetes.createNamespace(name);
        objects.forEach(object -> SERVER.kubernetes.apply(HelmRelease.mark(object, name)));
        SERVER.kubernetes.apply(storage(version, values).record());
    }

    private HelmStorage storage(String version, Map<String, Object> values) {
        return HelmStorage.of(name, name).chart("demo", version).values(values).objects(objects);
    }

    private List<Manifest> record() {
        return SERVER.kubernetes.find(List.of(storage("v1", Map.of()).record().ref()));
    }

    private HttpResponse<String> adopt(String query, String more) {
        return CLIENT.send(
                "POST",
                "/v1/cluster/adopt" + query,
                "{" + more + "\"name\":\"" + name + "\",\"namespace\":\"" + name + "\"}",
                "Content-Type",
                "application/json");
    }

    private static String data(String name, String version, String line) {
        String file = "name: %s\nnamespace: %s\nchartName: demo\nchartVersion: %s\nmodules: [python]\n%s\n"
                .formatted(name, name, version, line);
        return "\"data\":\"" + Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8)) + "\",";
    }

    private static String error(HttpResponse<String> answer) {
        return json(answer).at("/error").asText() + json(answer).at("/problems");
    }

    private Manifest labeled(Manifest object) {
        return object.withLabel("name", name);
    }
}
