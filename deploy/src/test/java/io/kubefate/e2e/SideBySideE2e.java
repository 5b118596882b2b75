package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One Kubernetes, three engines at once, each cluster through its own plugin: the examples that the distribution ships. */
class SideBySideE2e extends Scenario {

    private static final Map<String, List<String>> WORKLOADS = Map.of(
            "cluster", List.of("clustermanager", "mysql", "nodemanager-0", "nodemanager-1", "python", "rollsite"),
            "cluster-spark",
                    List.of(
                            "datanode",
                            "mysql",
                            "namenode",
                            "nginx",
                            "python",
                            "rabbitmq",
                            "spark-master",
                            "spark-worker"),
            "cluster-serving", List.of("serving-proxy", "serving-redis", "serving-server"));

    @AfterEach
    void removeNamespaces() {
        WORKLOADS.keySet().forEach(example -> new Kubectl(namespace(example)).deleteNamespace());
    }

    @Test
    void eggrollSparkAndServingRunInDifferentNamespacesAtOnce() {
        Map<String, String> jobs = new LinkedHashMap<>();
        WORKLOADS
                .keySet()
                .forEach(example -> jobs.put(
                        example,
                        jobId(service.kubefate(
                                "cluster", "install", "-f", file(example).toString()))));

        jobs.forEach((example, job) -> {
            JsonNode ended = ended(job);
            assertThat(ended.at("/status").asText())
                    .as("%s: %s%n%s", example, ended, service.logText())
                    .isEqualTo("Success");
            assertThat(ended.at("/sub_jobs").fieldNames()).toIterable().isNotEmpty();
            assertThat(deployments(example)).isEqualTo(WORKLOADS.get(example));
        });

        JsonNode clusters = json(service.kubefate("cluster", "list", "-o", "json"));
        assertThat(clusters)
                .extracting(cluster -> cluster.at("/status").asText())
                .containsExactly("Running", "Running", "Running");
        assertThat(clusters)
                .extracting(cluster -> cluster.at("/chart_name").asText() + " "
                        + cluster.at("/engine").asText())
                .containsExactlyInAnyOrder("fate eggroll", "fate spark", "fate-serving ");

        for (JsonNode installed : clusters) {
            Command.Result deleted =
                    service.kubefate("cluster", "delete", installed.at("/uuid").asText(), "--wait");
            assertThat(deleted.exitCode()).as(deleted.toString()).isZero();
        }
        WORKLOADS.keySet().forEach(example -> assertThat(deployments(example)).isEmpty());
    }

    private List<String> deployments(String example) {
        return new Kubectl(namespace(example))
                .items("deployments").stream()
                        .map(deployment -> deployment.at("/metadata/name").asText())
                        .sorted()
                        .toList();
    }

    private String namespace(String example) {
        return cluster + "-" + example;
    }

    /** {@return the example under a name and in a namespace of this test; Kubernetes chooses the node ports, which all share} */
    private Path file(String example) {
        return ClusterFile.example(folder, namespace(example), "party-9999/" + example + ".yaml");
    }
}
