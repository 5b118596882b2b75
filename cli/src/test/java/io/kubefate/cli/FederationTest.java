package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FederationTest extends ServiceTest {

    private static final String ROUTE =
            "{\"from\":\"%s\",\"to\":\"%s\",\"module\":\"rollsite\",\"protocol\":\"eggroll\","
                    + "\"party\":\"2\",\"key\":\"rollsite.partyList\",\"addresses\":[{\"name\":\"\",\"tls\":false,"
                    + "\"host\":\"10.0.0.2\",\"port\":30002}],\"state\":\"%s\",\"finding\":\"%s\",\"message\":\"%s\"%s}";

    @BeforeEach
    void serve() {
        String clusters = "{\"uuid\":\"a\",\"name\":\"one\",\"namespace\":\"n\",\"chart_name\":\"fate\","
                + "\"chart_version\":\"v1.5.0\",\"engine\":\"eggroll\",\"status\":\"Running\",\"party_id\":\"1\","
                + "\"exchange\":false,\"network\":\"training\",\"gateways\":[]},"
                + "{\"uuid\":\"b\",\"name\":\"two\",\"namespace\":\"n\",\"chart_name\":\"fate\","
                + "\"chart_version\":\"v1.5.0\",\"engine\":\"eggroll\",\"status\":\"Running\",\"party_id\":\"2\","
                + "\"exchange\":false,\"network\":\"training\",\"gateways\":[]}";
        String remedy =
                ",\"remedy\":{\"cluster\":\"b\",\"key\":\"rollsite.partyList\",\"party\":\"1\",\"addresses\":[],"
                        + "\"message\":\"party 2 needs a route\"}";
        service.on(
                "GET /v1/federation",
                "{\"msg\":\"\",\"data\":{\"clusters\":[" + clusters
                        + "],\"outside\":[{\"id\":\"party/training/3\",\"network\":\"training\",\"party_id\":\"3\","
                        + "\"address\":\"\"}],\"shared_parties\":[],\"routes\":["
                        + ROUTE.formatted("a", "b", "ONE_WAY", "NO_ROUTE_BACK", "two has no route back", remedy) + ","
                        + ROUTE.formatted("b", "party/training/3", "UNKNOWN", "OUTSIDE", "not known", "") + "]}}");
    }

    @Test
    void listsRoutesWithTheirRemedies() {
        assertThat(program.run("federation"))
                .isEqualTo(new Result(
                        0,
                        "FROM         \tTO           \tMODULE  \tADDRESS       \tSTATE  \tREMEDY\n"
                                + "one (party 1)\ttwo (party 2)\trollsite\t10.0.0.2:30002\tONE_WAY\tparty 2 needs a route\n"
                                + "two (party 2)\tparty 3      \trollsite\t10.0.0.2:30002\tUNKNOWN\n\n",
                        ""));
    }

    @Test
    void listsProblemsOnly() {
        assertThat(program.run("federation", "--problems").out())
                .contains("ONE_WAY")
                .doesNotContain("UNKNOWN");
    }

    @Test
    void printsEverythingInJson() {
        assertThat(program.run("federation", "-o", "json").out())
                .contains("\"party_id\" : \"3\"", "\"finding\" : \"NO_ROUTE_BACK\"");
    }
}
