package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCommandsTest extends ServiceTest {

    @Test
    void listsWhoRequestedWhat() {
        service.on(
                "GET /v1/audit?limit=100",
                reply(entry(2, "login", "", "", "denied"), entry(1, "install", "alpha", "party", "ok")));

        assertThat(program.run("audit", "list").out())
                .isEqualTo("TIME               \tUSER\tVERB   \tOBJECT             \tRESULT\tADDRESS  \tDETAIL\n"
                        + "2020-11-13 07:22:53\tann \tlogin  \tcluster            \tdenied\t192.0.2.1\tjob 7\n"
                        + "2020-11-13 07:22:53\tann \tinstall\tcluster party/alpha\tok    \t192.0.2.1\tjob 7\n\n");
    }

    @Test
    void showsTokenProgramAndRequestInTheWideTable() {
        service.on("GET /v1/audit?limit=100", reply(entry(1, "install", "alpha", "party", "ok")));

        assertThat(program.run("audit", "ls", "-o", "wide").out())
                .contains("STATUS\tTOKEN  \tUSER AGENT \tREQUEST", "200   \tapi t-1\tkubefate/v3\tr-1");
    }

    @Test
    void listsAsJsonWithTheNamesOfTheApi() {
        service.on("GET /v1/audit?limit=100", reply(entry(1, "install", "alpha", "party", "ok")));

        assertThat(program.run("audit", "list", "-o", "json").out())
                .contains("\"request_id\" : \"r-1\"", "\"verb\" : \"install\"");
    }

    @Test
    void filtersInTheService() {
        service.on(
                "GET /v1/audit?limit=5&cluster=party%2Falpha&namespace=party&result=denied&since=2020-11-12T08%3A00%3A00Z"
                        + "&text=a%20b&until=2020-11-13T07%3A00%3A00Z&user=ann&verb=plugin%20install",
                reply());

        Result result = program.run(
                "audit",
                "list",
                "--user",
                "ann",
                "--verb",
                "plugin install",
                "-n",
                "party",
                "--cluster",
                "party/alpha",
                "--result",
                "denied",
                "--since",
                "24h",
                "--until",
                "2020-11-13T08:00:00+01:00",
                "--text",
                "a b",
                "--limit",
                "5");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void readsAllPagesUpToTheLimit() {
        service.on(
                        "GET /v1/audit?limit=1000",
                        reply(entry(3, "stop", "c", "n", "ok")).replace("\"data\"", "\"continue\":\"3\",\"data\""))
                .on("GET /v1/audit?limit=1000&continue=3", reply(entry(2, "update", "c", "n", "ok")));

        assertThat(program.run("audit", "list", "--limit", "5000", "-o", "name").out())
                .isEqualTo("3\n2\n");
    }

    @Test
    void saysHowManyRequestsFollow() {
        String entry = entry(3, "stop", "c", "n", "ok");
        service.on(
                "GET /v1/audit?limit=1",
                reply(entry).replace("\"data\"", "\"continue\":\"3\",\"remaining_item_count\":2,\"data\""));

        assertThat(program.run("audit", "list", "--limit", "1").err())
                .isEqualTo("remaining items: 2; to show them, use a greater --limit\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--since yesterday,invalid time for --since: yesterday; use for example 24h or 2026-01-31T12:00:00Z",
        "--until 5d,invalid time for --until: 5d; use for example 24h or 2026-01-31T12:00:00Z"
    })
    void rejectsInvalidOptions(String options, String message) {
        Result result = program.run(("audit list " + options).split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith(message);
        assertThat(service.requests()).isEmpty();
    }

    private static String reply(String... entries) {
        return "{\"msg\":\"\",\"data\":[" + String.join(",", List.of(entries)) + "]}";
    }

    private static String entry(int number, String verb, String name, String namespace, String result) {
        return "{\"number\":" + number + ",\"at\":\"2020-11-13T07:22:53Z\",\"user\":\"ann\",\"token_kind\":\"api\","
                + "\"token_id\":\"t-1\",\"address\":\"192.0.2.1\",\"user_agent\":\"kubefate/v3\",\"verb\":\"" + verb
                + "\",\"kind\":\"cluster\",\"namespace\":\"" + namespace + "\",\"name\":\"" + name
                + "\",\"uuid\":\"\",\"result\":\"" + result + "\",\"status\":200,\"detail\":\"job 7\","
                + "\"request_id\":\"r-1\",\"requests\":1}";
    }
}
