package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;

class ClusterEventsTest extends ServiceTest {

    private static final String EVENT =
            "{\"time\":\"2020-11-13T07:22:53Z\",\"type\":\"Warning\",\"reason\":\"BackOff\",\"module\":\"mysql\","
                    + "\"object\":\"Pod/mysql-0\",\"count\":3,\"message\":\"Back-off restarting\\ncontainer\"}";

    @Test
    void listsEvents() {
        service.on("GET /v1/cluster/" + CLUSTER + "/events", "{\"msg\":\"\",\"data\":[" + EVENT + "]}");

        assertThat(program.run("cluster", "events", CLUSTER))
                .isEqualTo(new Result(
                        0,
                        "TIME               \tTYPE   \tREASON \tMODULE\tOBJECT     \tCOUNT\tMESSAGE\n"
                                + "2020-11-13 07:22:53\tWarning\tBackOff\tmysql \tPod/mysql-0\t3    \t"
                                + "Back-off restarting container\n\n",
                        ""));
    }

    @Test
    void listsEventsAsYaml() {
        service.on("GET /v1/cluster/" + CLUSTER + "/events", "{\"msg\":\"\",\"data\":[" + EVENT + "]}");

        assertThat(program.run("cluster", "events", CLUSTER, "-o", "yaml").out())
                .contains("reason: BackOff\n");
    }

    @Test
    void followsEventsAndPrintsEachOnce() {
        String stream = ": the events follow\n\nevent: event\ndata: " + EVENT + "\n\n: \n\n";
        service.on("GET /v1/cluster/" + CLUSTER + "/events/stream", 200, "text/event-stream", stream)
                .on("GET /v1/cluster/" + CLUSTER + "/events/stream", 200, "text/event-stream", stream)
                .on("GET /v1/cluster/" + CLUSTER + "/events/stream", 404, "application/json", "{}")
                .on(
                        "GET /v1/cluster/" + CLUSTER + "/events",
                        404,
                        "application/json",
                        "{\"error\":\"record not found\"}");

        Result result = program.run("cluster", "events", CLUSTER, "-f");

        assertThat(result.out())
                .isEqualTo(
                        "2020-11-13 07:22:53\tWarning\tBackOff\tmysql\tPod/mysql-0\t3\tBack-off restarting container\n");
        assertThat(result.err()).contains("reconnecting", "no cluster " + CLUSTER);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void logsInAgainWhenTheTokenHasExpired() {
        String stream = "GET /v1/cluster/" + CLUSTER + "/events/stream";
        service.on(stream, 401, "application/json", "{\"code\":401,\"message\":\"Token is expired\"}")
                .on(stream, 200, "text/event-stream", "event: event\ndata: " + EVENT + "\n\n")
                .on(stream, 404, "application/json", "{}")
                .on(
                        "GET /v1/cluster/" + CLUSTER + "/events",
                        404,
                        "application/json",
                        "{\"error\":\"record not found\"}");

        Result result = program.run("cluster", "events", CLUSTER, "-f");

        assertThat(result.out()).contains("BackOff");
        assertThat(service.logins()).hasSize(2);
    }
}
