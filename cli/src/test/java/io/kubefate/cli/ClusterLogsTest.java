package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;

class ClusterLogsTest extends ServiceTest {

    @Test
    void printsLogsAsTheyAre() {
        service.on(
                "GET /v1/log/" + CLUSTER + "?container=&follow=false&previous=false&timestamps=false&tail=-1",
                "{\"data\":\"[a main] one\\n[b main] two\\n\",\"msg\":\"getClusterLog Success\"}");

        assertThat(program.run("cluster", "logs", CLUSTER))
                .isEqualTo(new Result(0, "[a main] one\n[b main] two\n", ""));
    }

    @Test
    void sendsTheOptions() {
        service.on(
                "GET /v1/log/" + CLUSTER + "?container=mysql&follow=false&previous=true&timestamps=true&tail=5"
                        + "&since=5400&limit-bytes=100",
                "{\"data\":\"\",\"msg\":\"getClusterLog Success\"}");

        Result result = program.run(
                "cluster",
                "logs",
                CLUSTER,
                "mysql",
                "--previous",
                "--timestamps",
                "--tail",
                "5",
                "--since",
                "1h30m",
                "--limit-bytes",
                "100");

        assertThat(result).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void sendsATime() {
        service.on(
                "GET /v1/log/" + CLUSTER + "?container=&follow=false&previous=false&timestamps=false&tail=-1"
                        + "&since-time=2026-11-28T10%3A00%3A00",
                "{\"data\":\"x\\n\",\"msg\":\"getClusterLog Success\"}");

        assertThat(program.run("cluster", "logs", CLUSTER, "--since-time", "2026-11-28T10:00:00")
                        .out())
                .isEqualTo("x\n");
    }

    @Test
    void printsAnErrorWithItsStatus() {
        service.on(
                "GET /v1/log/" + CLUSTER + "?container=&follow=false&previous=false&timestamps=false&tail=-1",
                400,
                "application/json",
                "{\"error\":\"get Cluster error, record not found\"}");

        Result result = program.run("cluster", "logs", CLUSTER);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().strip()).isEqualTo("resp.StatusCode=400, error: get Cluster error, record not found");
    }

    @Test
    void printsTheServicesErrorIfItCannotFollow() {
        service.on(
                "GET /v1/log/" + CLUSTER + "/ws?container=x&follow=true&previous=false&timestamps=true&tail=-1",
                400,
                "application/json",
                "{\"error\":\"the cluster has no module, container or pod x\"}");

        Result result = program.run("cluster", "logs", CLUSTER, "x", "-f");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().strip())
                .isEqualTo("resp.StatusCode=400, error: the cluster has no module, container or pod x");
    }
}
