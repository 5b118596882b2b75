package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;

class ClusterRestartTest extends ServiceTest {

    private static final String RESTART = "POST /v1/cluster/" + CLUSTER + "/module/nodemanager/restart";

    private static final String RESTARTED = "{\"msg\":\"restartModule Success\",\"data\":{\"module\":\"nodemanager\","
            + "\"workloads\":[\"Deployment/nodemanager-0\",\"Deployment/nodemanager-1\"],\"data_lost\":[]}}";

    @Test
    void printsWhatItRestarts() {
        service.on(RESTART, RESTARTED);

        Result result = program.run("cluster", "restart", CLUSTER, "nodemanager");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .containsExactly("Deployment/nodemanager-0 restarted", "Deployment/nodemanager-1 restarted");
    }

    @Test
    void acceptsTheLossOfDataOnlyIfItIsAskedFor() {
        service.on(RESTART + "?acceptDataLoss=true", RESTARTED);

        assertThat(program.run("cluster", "restart", CLUSTER, "nodemanager", "--accept-data-loss")
                        .exitCode())
                .isZero();
    }

    @Test
    void printsWhyAModuleIsNotRestarted() {
        service.on(
                RESTART,
                400,
                "application/json",
                "{\"error\":\"cluster demo has no module nodemanager; it has [python]\",\"code\":\"INVALID_REQUEST\"}");

        Result result = program.run("cluster", "restart", CLUSTER, "nodemanager");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("cluster demo has no module nodemanager; it has [python]");
    }
}
