package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with a freshly started service and a namespace of the test's own. */
abstract class Scenario {

    static final Duration LIMIT = Duration.ofMinutes(3);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern JOB_ID = Pattern.compile("create job success, job id=([0-9a-f-]{36})");

    @TempDir
    Path folder;

    Service service;
    String cluster;
    Kubectl kubectl;

    @BeforeEach
    void startService() {
        // Here, since the annotations for conditions are not inherited.
        assumeTrue(System.getenv("KUBECONFIG") != null, "needs a Kubernetes: set KUBECONFIG");
        cluster = "e2e-" + UUID.randomUUID().toString().substring(0, 8);
        kubectl = new Kubectl(cluster);
        service = new Service(folder, settings());
    }

    /** {@return more environment variables of the service} */
    Map<String, String> settings() {
        return Map.of();
    }

    @AfterEach
    void stopService() {
        if (service != null) {
            service.close();
            kubectl.deleteNamespace();
        }
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

    /** {@return the job as the API tells it} */
    JsonNode job(String id) {
        return json(service.kubefate("job", "describe", id, "-o", "json"));
    }

    /** {@return the job of an install that was waited for} */
    JsonNode install(Path file) {
        Command.Result installed = service.kubefate("cluster", "install", "-f", file.toString(), "--wait");
        assertSuccess(installed);
        return job(jobId(installed));
    }

    /** {@return the cluster of such a job as the API tells it} */
    JsonNode describe(JsonNode installed) {
        return json(service.kubefate(
                "cluster", "describe", installed.at("/cluster_id").asText(), "-o", "json"));
    }

    void assertSuccess(Command.Result result) {
        assertThat(result.exitCode()).as("%s%n%s", result, service.logText()).isZero();
    }

    /** Waits until a job has ended, with one command: each command starts a JVM, which takes time from the cluster under test. */
    JsonNode ended(String id) {
        Command.Result waited = service.kubefate("job", "wait", id, "--timeout", LIMIT.toSeconds() + "s");
        JsonNode job = job(id);
        assertThat(job.at("/status").asText()).as(waited.toString()).doesNotMatch("Pending|Running|Stopping");
        return job;
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
