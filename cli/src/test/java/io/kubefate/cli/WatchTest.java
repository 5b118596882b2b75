package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;

class WatchTest extends ServiceTest {

    private static final String LIST = "GET /v1/cluster/";
    private static final String OTHER = "aaaaaaaa-fffb-4031-a76f-990b2ff43cf2";

    @Test
    void appendsTheRowsThatChange() {
        service.on(LIST, list(cluster(CLUSTER, "Running", "07:22:53")))
                .on(LIST, list(cluster(CLUSTER, "Running", "07:22:53")))
                .on(LIST, list(cluster(CLUSTER, "Updating", "07:22:53"), cluster(OTHER, "Pending", "07:22:54")))
                .on(LIST, list(cluster(OTHER, "Pending", "07:22:54")));
        end(LIST);

        Result result = program.run("cluster", "list", "--watch");

        assertThat(result.out().lines().map(line -> line.split("\\s*\t\\s*")[0] + " " + line.split("\\s*\t\\s*")[4]))
                .containsExactly("UUID STATUS", CLUSTER + " Running", CLUSTER + " Updating", OTHER + " Pending");
    }

    @Test
    void redrawsATerminal() {
        service.on(LIST, list(cluster(CLUSTER, "Running", "07:22:53"), cluster(OTHER, "Running", "07:22:53")))
                .on(LIST, list(cluster(CLUSTER, "Failed", "07:22:53")));
        end(LIST);

        Result result = program.onTerminal(120).run("cluster", "list", "-w");

        assertThat(result.out().split("\u001B\\[H", -1))
                .satisfiesExactly(
                        start -> assertThat(start).isEqualTo("\u001B[2J"),
                        first -> assertThat(first)
                                .contains("STATUS", "\u001B[32mRunning\u001B[0m", "\u001B[K\n" + OTHER)
                                .endsWith("\u001B[K\n\u001B[J"),
                        second ->
                                assertThat(second).contains("\u001B[31mFailed").doesNotContain(OTHER));
    }

    @Test
    void printsEachChangedItemAsALineOfJson() {
        service.on(LIST, list(cluster(CLUSTER, "Running", "07:22:53")))
                .on(LIST, list(cluster(CLUSTER, "Updating", "07:22:53"), cluster(OTHER, "Pending", "07:22:53")));
        end(LIST);

        Result result = program.run("cluster", "list", "--watch", "-o", "json");

        assertThat(result.out().lines().toList())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"uuid\":"))
                .last()
                .asString()
                .contains(OTHER);
    }

    @Test
    void watchesOneCluster() {
        String request = "GET /v1/cluster/" + CLUSTER;
        service.on(request, "{\"data\":" + observed("08:00:00") + "}")
                .on(request, "{\"data\":" + observed("08:00:01") + "}")
                .on(request, "{\"data\":" + cluster(CLUSTER, "Updating", "07:22:53") + "}");
        end(request);

        Result result = program.run("cluster", "describe", CLUSTER, "--watch", "-o", "jsonpath={.status}");

        assertThat(result.out()).isEqualTo("Running\nUpdating\n");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("no cluster " + CLUSTER + "; kubefate cluster list shows the clusters\n");
    }

    @Test
    void waitsWhileTheServiceIsUnavailable() {
        service.on(LIST, list(cluster(CLUSTER, "Running", "07:22:53")))
                .on(LIST, 503, "application/json", "{\"error\":\"the service stops\"}")
                .on(LIST, 503, "text/html", "<html>")
                .on(LIST, list(cluster(CLUSTER, "Updating", "07:22:53")));
        end(LIST);

        Result result = program.run("cluster", "list", "--watch", "-o", "jsonpath={.status}");

        assertThat(result.out()).isEqualTo("Running\nUpdating\n");
        assertThat(result.err()).contains("connection lost (the service stops); reconnecting", "reconnected");
    }

    @Test
    void watchesJobsUntilATimeout() {
        service.on("GET /v1/job/", "{\"data\":[]}");

        Result result = program.run("job", "list", "--watch", "--timeout", "1s");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).hasLineCount(1);
        assertThat(service.requests()).hasSizeGreaterThan(1);
    }

    @Test
    void aTimeoutNeedsAWatch() {
        assertThat(program.run("job", "list", "--timeout", "1s").exitCode()).isEqualTo(2);
    }

    private void end(String request) {
        service.on(request, 404, "application/json", "{\"error\":\"record not found\"}");
    }

    private static String list(String... clusters) {
        return "{\"data\":[" + String.join(",", clusters) + "]}";
    }

    private static String cluster(String uuid, String status, String created) {
        return "{\"uuid\":\"" + uuid + "\",\"name\":\"fate\",\"namespaces\":\"" + uuid.substring(0, 4)
                + "\",\"status\":\"" + status + "\",\"CreatedAt\":\"2020-11-13T" + created + "Z\"}";
    }

    private static String observed(String time) {
        return cluster(CLUSTER, "Running", "07:22:53")
                .replaceFirst(
                        "}$",
                        ",\"observed_at\":\"2020-11-13T" + time
                                + "Z\",\"drift\":{\"revision\":1,\"objects\":[],\"observed_at\":\"2020-11-13T" + time
                                + "Z\"},\"Info\":{\"observedAt\":\"2020-11-13T" + time + "Z\"}}");
    }
}
