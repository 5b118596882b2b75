package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Somebody follows an install while the service is killed and comes back. */
class JobWatchE2e extends Scenario {

    @Test
    void whoFollowsAJobOutlivesTheService() {
        Path file = ClusterFile.party(folder, cluster, "");
        String id = jobId(service.kubefate("cluster", "install", "-f", file.toString()));
        Command.Running waiting = service.start("job", "wait", id, "--timeout", "3m");
        Command.Running watching = service.start("job", "describe", id, "--watch", "-o", "json");
        Eventually.holds(
                "both follow",
                LIMIT,
                () -> !waiting.out().isEmpty() && !watching.out().isEmpty());

        service.kill();
        service.start();

        Command.Result waited = waiting.end();
        assertThat(waited.exitCode()).as(waited.toString()).isZero();
        assertThat(waited.out())
                .containsOnlyOnce("job run Success")
                .contains("The job continues; retrying.", "job " + id + " Success, ");
        Command.Result watched = watching.end();
        assertThat(watched.exitCode()).as(watched.toString()).isZero();
        assertThat(watched.out().lines())
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.startsWith("{\"uuid\":\"" + id))
                .last()
                .asString()
                .contains("\"status\":\"Success\"");
        assertThat(service.kubefate("job", "wait", id).exitCode()).isZero();
    }

    @Test
    void ctrlCLeavesTheJobRunningAndSaysSo() {
        Path file = ClusterFile.exchange(folder, cluster, "rollsite: {nodeSelector: {disktype: nowhere}}\n");
        String id = jobId(service.kubefate("cluster", "install", "-f", file.toString()));

        Command.Result timedOut = service.kubefate("job", "wait", id, "--timeout", "3s");
        Command.Running waiting = service.start("job", "wait", id);
        Eventually.holds("it follows", LIMIT, () -> !waiting.out().isEmpty());
        waiting.interrupt();
        Command.Result interrupted = waiting.end();

        assertThat(timedOut.exitCode()).isEqualTo(124);
        assertThat(timedOut.err()).contains("timed out: job " + id + " is Running", "rollsite: ");
        assertThat(interrupted.exitCode()).isEqualTo(130);
        assertThat(interrupted.err()).contains("job " + id + " continues");
        assertThat(job(id).at("/status").asText()).isEqualTo("Running");
        service.kubefate("job", "stop", id);
        assertThat(service.kubefate("job", "wait", id).exitCode()).isEqualTo(1);
    }
}
