package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListOptionsTest extends ServiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--status Failed,Unavailable|status=Failed%2CUnavailable",
                "-n party --chart fate|chart=fate&namespace=party",
                "--text 99&9|text=99%269",
                "--limit 5 --sort-by=-updated|limit=5&sort=-updated",
                "--sort-by -updated --limit 5|limit=5&sort=-updated",
                "--sort-by -updated|sort=-updated",
                "-A --text x|all=true&text=x"
            })
    void theServiceSelectsAndSortsClusters(String options, String query) {
        service.on("GET /v1/cluster/?" + query, "{\"data\":[{\"uuid\":\"" + CLUSTER + "\"}]}");

        assertThat(program.run(("cluster list " + options).split(" ")).out()).contains(CLUSTER);
    }

    @Test
    void jobsAreListedNewestFirst() {
        service.on(
                "GET /v1/job/",
                "{\"data\":[{\"uuid\":\"a\",\"start_time\":\"2020-11-13T07:22:53Z\"},"
                        + "{\"uuid\":\"b\",\"start_time\":\"2020-11-13T07:22:54Z\"}]}");
        service.on("GET /v1/job/?limit=1&sort=-created", "{\"data\":[{\"uuid\":\"b\"}]}");

        assertThat(program.run("job", "list", "-o", "name").out()).isEqualTo("b\na\n");
        assertThat(program.run("job", "list", "--limit", "1", "-o", "name").out())
                .isEqualTo("b\n");
    }

    @Test
    void listsTheJobsOfACluster() {
        service.on(
                "GET /v1/cluster/",
                "{\"data\":[{\"uuid\":\"" + CLUSTER
                        + "\",\"name\":\"fate\",\"namespaces\":\"n\",\"status\":\"Running\"}]}");
        service.on(
                "GET /v1/job/?limit=1&sort=status&cluster=" + CLUSTER + "&status=Failed",
                "{\"data\":[{\"uuid\":\"" + JOB + "\"}]}");

        assertThat(program.run(
                                "job",
                                "list",
                                "--cluster",
                                "fate",
                                "--limit",
                                "1",
                                "--sort-by",
                                "status",
                                "--status",
                                "Failed")
                        .out())
                .contains(JOB);
    }

    @Test
    void aLimitThatTheServiceDoesNotAcceptIsAppliedHere() {
        service.on("GET /v1/cluster/", "{\"data\":[" + "{\"uuid\":\"a\"},".repeat(1001) + "{\"uuid\":\"b\"}]}");

        assertThat(program.run("cluster", "list", "--limit", "1001", "-o", "name")
                        .out())
                .hasLineCount(1001);
    }

    @Test
    void printsWhatTheServiceAccepts() {
        service.on(
                "GET /v1/cluster/?sort=x",
                400,
                "application/json",
                "{\"error\":\"sort must be one of created, name\",\"code\":\"INVALID_REQUEST\"}");

        assertThat(program.run("cluster", "list", "--sort-by", "x").err())
                .isEqualTo("sort must be one of created, name\n");
        assertThat(program.run("cluster", "list", "--limit", "0").exitCode()).isEqualTo(2);
    }
}
