package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One Kubernetes, a cluster of every release and engine at once, each through its own plugin. */
class SideBySideE2e extends Scenario {

    private static final String FATE_1 = "modules: [rollsite, clustermanager, mysql]\n";
    private static final String FATE_2 = "modules: [osx, mysql, python]\n";

    private final Map<Release, Path> files = new LinkedHashMap<>();

    /** A release and an engine, as {@code chart list} shows them. */
    private record Release(String chart, String version, String engine) {

        static Release of(JsonNode shown, String chart, String version) {
            return new Release(
                    shown.at(chart).asText(),
                    shown.at(version).asText(),
                    shown.at("/engine").asText());
        }

        @Override
        public String toString() {
            return chart + " " + version + " " + engine;
        }
    }

    @AfterEach
    void removeNamespaces() {
        files.keySet().forEach(release -> new Kubectl(namespace(release)).deleteNamespace());
    }

    @Test
    void everyReleaseRunsInItsNamespaceAndADeleteConcernsOneOnly() {
        writeFiles();
        assertThat(charts()).as("a release without a cluster in this test").isEqualTo(files.keySet());
        Map<Release, String> jobs = new LinkedHashMap<>();
        files.forEach((release, file) ->
                jobs.put(release, jobId(service.kubefate("cluster", "install", "-f", file.toString()))));

        Map<Release, JsonNode> installed = new HashMap<>();
        jobs.forEach((release, job) -> {
            JsonNode ended = ended(job);
            assertThat(ended.at("/status").asText())
                    .as("%s: %s%n%s", release, ended, service.logText())
                    .isEqualTo("Success");
            assertThat(ended.at("/sub_jobs").fieldNames()).toIterable().isNotEmpty();
            installed.put(release, describe(ended));
        });

        assertThat(running()).isEqualTo(files.keySet());
        installed.forEach(this::assertDescribed);

        Release deleted = files.keySet().iterator().next();
        Map<Release, Set<String>> others = pods(deleted);
        assertSuccess(service.kubefate("cluster", "delete", namespace(deleted), "--wait"));

        assertThat(new Kubectl(namespace(deleted)).names("deployments,statefulsets,services,pods"))
                .isEmpty();
        assertThat(pods(deleted)).isEqualTo(others);
        assertThat(running()).containsExactlyInAnyOrderElementsOf(others.keySet());
    }

    /** Whole parties of the first release, which the examples have, and small clusters of the others. */
    private void writeFiles() {
        example("fate", "v1.5.0", "eggroll", "party-9999/cluster.yaml");
        example("fate", "v1.5.0", "spark", "party-9999/cluster-spark.yaml");
        example("fate-serving", "v2.0.0", "", "party-9999/cluster-serving.yaml");
        example("fate-serving", "v2.1.6", "", "party-9999/cluster-serving-2.1.yaml");
        small("fate", "v1.11.1", FATE_1);
        small("fate", "v1.11.2", FATE_1);
        small("fate", "v2.0.0", FATE_2);
        small("fate", "v2.1.0", FATE_2);
        small("fate", "v2.2.0", FATE_2);
        small("fate-exchange", "v1.11.2", "modules: [rollsite, nginx]\n");
    }

    private void example(String chart, String version, String engine, String example) {
        Release release = new Release(chart, version, engine);
        files.put(release, ClusterFile.example(folder, namespace(release), example));
    }

    private void small(String chart, String version, String modules) {
        Release release = new Release(chart, version, "");
        files.put(release, ClusterFile.ofChart(folder, namespace(release), chart, version, modules));
    }

    private Set<Release> charts() {
        return releases(service.get("v1/chart/"), "/name", "/version");
    }

    private Set<Release> running() {
        List<JsonNode> clusters = own(json(service.kubefate("cluster", "list", "-o", "json")));
        assertThat(clusters)
                .allSatisfy(
                        cluster -> assertThat(cluster.at("/status").asText()).isEqualTo("Running"));
        return releases(clusters, "/chart_name", "/chart_version");
    }

    /** {@return those of this test; the service has clusters of others, too} */
    private List<JsonNode> own(JsonNode clusters) {
        return StreamSupport.stream(clusters.spliterator(), false)
                .filter(shown -> shown.at("/name").asText().startsWith(cluster + "-"))
                .toList();
    }

    private static Set<Release> releases(Iterable<JsonNode> list, String chart, String version) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(shown -> Release.of(shown, chart, version))
                .collect(Collectors.toSet());
    }

    private void assertDescribed(Release release, JsonNode described) {
        assertThat(described.at("/name").asText()).isEqualTo(namespace(release));
        assertThat(described.at("/status").asText()).isEqualTo("Running");
        assertThat(described.at("/Info/status/modules").fieldNames())
                .toIterable()
                .as(release.toString())
                .isNotEmpty();
    }

    /** {@return the IDs of the pods of each cluster but one, which change if anything touches the pods} */
    private Map<Release, Set<String>> pods(Release except) {
        return files.keySet().stream()
                .filter(release -> !release.equals(except))
                .collect(Collectors.toMap(
                        release -> release,
                        release -> new Kubectl(namespace(release))
                                .items("pods").stream()
                                        .map(pod -> pod.at("/metadata/uid").asText())
                                        .collect(Collectors.toSet())));
    }

    private String namespace(Release release) {
        return cluster + "-"
                + String.join("-", release.chart(), release.version(), release.engine())
                        .replaceAll("\\W+", "-")
                        .replaceAll("-$", "");
    }
}
