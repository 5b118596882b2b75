package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The service is killed in the middle of an install; started again, it brings the install to its end, once. */
class CrashE2e extends Scenario {

    @Test
    void rightAfterTheJobWasAccepted() {
        assertGoesOn(job -> true);
    }

    @Test
    void whileObjectsAreApplied() {
        assertGoesOn(job -> !kubectl.names("configmaps").isEmpty());
    }

    @Test
    void whileItWaitsForReadiness() {
        assertGoesOn(job -> kubectl.names("deployments").size() == 6);
    }

    @Test
    void whenPartOfTheModulesIsReady() {
        assertGoesOn(job -> job(job).at("/sub_jobs").toString().contains("\"Success\""));
    }

    @Test
    void whileItIsDeleted() {
        String installed = jobId(service.kubefate(
                "cluster",
                "install",
                "-f",
                ClusterFile.party(folder, cluster, "").toString(),
                "--wait"));
        String id = job(installed).at("/cluster_id").asText();
        String delete = jobId(service.kubefate("cluster", "delete", id));
        Eventually.holds(
                "deleting began", LIMIT, () -> kubectl.names("deployments").size() < 6);

        restart();

        assertThat(ended(delete).at("/status").asText()).isEqualTo("Success");
        assertThat(kubectl.names("deployments,services,configmaps,ingresses,pods"))
                .isEmpty();
    }

    /** When to kill. */
    private interface Moment {
        boolean reached(String jobId);
    }

    private void assertGoesOn(Moment moment) {
        Path file = ClusterFile.party(folder, cluster, "");
        String id = jobId(service.kubefate("cluster", "install", "-f", file.toString()));
        Eventually.holds("the moment to kill comes", LIMIT, () -> moment.reached(id));

        restart();

        JsonNode job = ended(id);
        assertThat(job.at("/status").asText()).as(job.toString()).isEqualTo("Success");
        assertThat(states(job)).doesNotHaveDuplicates().contains("job run Success");
        assertThat(kubectl.names("deployments")).hasSize(6);
        assertThat(kubectl.names("replicasets")).hasSize(6);
    }

    private void restart() {
        service.kill();
        service.start();
    }
}
