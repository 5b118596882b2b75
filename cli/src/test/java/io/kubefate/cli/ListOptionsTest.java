package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.CommandLineRunner.Result;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListOptionsTest extends ServiceTest {

    private static final Path OPEN_API =
            Path.of("..", "platform", "server", "src", "main", "resources", "io", "kubefate", "server", "openapi.json");

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user list --status Available --text ann --sort-by -updated --limit 5"
                        + "|/v1/user/?limit=5&sort=-updated&status=Available&text=ann",
                "token list --user ann --text por --sort-by expires --limit 5"
                        + "|/v1/token?limit=5&sort=expires&text=por&user=ann",
                "permission list --user ann --role viewer -n fate --text a --sort-by subject --limit 5"
                        + "|/v1/permission?limit=5&sort=subject&namespace=fate&role=viewer&subject=ann&subject_kind=user&text=a",
                "permission list --group ml|/v1/permission?subject=ml&subject_kind=group",
                "audit list --user ann --sort-by user|/v1/audit?limit=100&sort=user&user=ann"
            })
    void theServiceSelectsAndSortsOtherLists(String command, String request) {
        service.on("GET " + request, "{\"data\":[]}");

        assertThat(program.run(command.split(" ")))
                .extracting(Result::exitCode, Result::err)
                .containsExactly(0, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cluster list|/v1/cluster/",
                "job list|/v1/job/",
                "user list|/v1/user/",
                "token list|/v1/token",
                "permission list|/v1/permission"
            })
    void saysHowManyItemsFollow(String command, String path) {
        String sort = command.equals("job list") ? "&sort=-created" : "";
        service.on("GET " + path + "?limit=1" + sort, "{\"data\":[],\"continue\":\"x\",\"remaining_item_count\":7}");
        service.on("GET " + path + "?limit=2" + sort, "{\"data\":[],\"continue\":\"x\"}");

        assertThat(program.run((command + " --limit 1").split(" ")).err())
                .isEqualTo("remaining items: 7; to show them, use a greater --limit\n");
        assertThat(program.run((command + " --limit 2").split(" ")).err())
                .isEqualTo("more items follow; to show them, use a greater --limit\n");
        assertThat(program.run((command + " --limit 1 -o json").split(" ")).err())
                .isEmpty();
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
        assertThat(program.run("cluster", "list", "--limit", "1001").err()).startsWith("remaining items: 1;");
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
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "job", "user", "token", "permission", "audit"})
    void offersTheFieldsByWhichTheServiceSorts(String noun) throws IOException {
        String fields =
                program.run("__complete", "--", noun, "list", "--sort-by", "").out();

        assertThat(fields.lines()).isNotEmpty().isSubsetOf(sortFields(noun));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "job", "user", "token", "permission", "audit"})
    void rejectsALimitBelowOne(String noun) {
        Result result = program.run(noun, "list", "--limit", "0");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("--limit must be 1 or more");
        assertThat(service.requests()).isEmpty();
    }

    /** Returns the values of the parameter of the service's list. */
    private static List<String> sortFields(String noun) throws IOException {
        for (JsonNode parameter :
                Json.tree(Files.readAllBytes(OPEN_API)).at("/paths/~1v1~1" + noun + "/get/parameters")) {
            if (parameter.at("/name").asText().equals("sort")) {
                return StreamSupport.stream(parameter.at("/schema/enum").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
            }
        }
        return List.of();
    }
}
