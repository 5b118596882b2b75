package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with a service that test classes share, and a namespace of each test's own. */
@ExtendWith(SharedServiceResolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Scenario {

    static final Duration LIMIT = Duration.ofMinutes(3);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern JOB_ID = Pattern.compile("create job success, job id=([0-9a-f-]{36})");

    @TempDir
    Path folder;

    Service service;
    String cluster;
    Kubectl kubectl;

    @BeforeAll
    void startService(@TempDir Path home, SharedService shared) {
        assumeKubernetes();
        service = shared.running();
    }

    /** A method, since the annotations for conditions are not inherited. */
    static void assumeKubernetes() {
        assumeTrue(System.getenv("KUBECONFIG") != null, "needs a Kubernetes: set KUBECONFIG");
    }

    @BeforeEach
    void chooseNamespace() {
        cluster = "e2e-" + UUID.randomUUID().toString().substring(0, 8);
        kubectl = new Kubectl(cluster);
    }

    @AfterEach
    void deleteNamespace() {
        kubectl.deleteNamespace();
    }

    /** {@return the id of the job that this answer tells of} */
    static String jobId(Command.Result accepted) {
        return jobId(accepted.toString());
    }

    /** {@return the id of the job that this output tells of} */
    static String jobId(String output) {
        Matcher matcher = JOB_ID.matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("no job id in: " + output);
        }
        return matcher.group(1);
    }

    /** {@return the job as the API describes it} */
    JsonNode job(String id) {
        return service.get("v1/job/" + id);
    }

    /** {@return all jobs} */
    JsonNode jobs() {
        return service.get("v1/job/");
    }

    /** {@return the job of an install that was waited for} */
    JsonNode install(Path file) {
        Command.Result installed = service.kubefate("cluster", "install", "-f", file.toString(), "--wait");
        assertSuccess(installed);
        return job(jobId(installed));
    }

    /** {@return the cluster of such a job as the API describes it} */
    JsonNode describe(JsonNode installed) {
        return service.get("v1/cluster/" + installed.at("/cluster_id").asText());
    }

    void assertSuccess(Command.Result result) {
        assertThat(result.exitCode()).as("%s%n%s", result, service.logText()).isZero();
    }

    /** {@return the job, when it has ended} */
    JsonNode ended(String id) {
        Eventually.holds(
                "job " + id + " has ended",
                LIMIT,
                () -> !job(id).at("/status").asText().matches("Pending|Running|Stopping"));
        return job(id);
    }

    /** {@return what a job did, line by line} */
    static List<String> states(JsonNode job) {
        return StreamSupport.stream(job.at("/states").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** {@return what the command printed, as JSON} */
    static JsonNode json(Command.Result result) {
        try {
            return JSON.readTree(result.out());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(result.toString(), e);
        }
    }
}
