package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutputFormatsTest extends ServiceTest {

    private static final String FATE = "{\"uuid\":\"" + CLUSTER
            + "\",\"name\":\"fate-9999\",\"namespaces\":\"party\",\"chart_name\":\"fate\",\"chart_version\":\"v1.5.0\","
            + "\"engine\":\"eggroll\",\"revision\":1,\"status\":\"Running\",\"CreatedAt\":\"2020-11-13T07:22:53Z\","
            + "\"UpdatedAt\":\"2020-11-13T07:59:00Z\"}";

    @BeforeEach
    void respondWithACluster() {
        service.on("GET /v1/cluster/", "{\"data\":[" + FATE + "]}");
        service.on("GET /v1/cluster/" + CLUSTER, "{\"data\":" + FATE + "}");
    }

    @Test
    void aWideListHasMoreColumns() {
        assertThat(program.run("cluster", "list", "-o", "wide").out())
                .isEqualTo("UUID                                \tNAME     \tNAMESPACE\tREVISION\tSTATUS \tCHART"
                        + "\tChartVERSION\tAGE\tENGINE \tUPDATED\tDRIFT\n"
                        + CLUSTER + "\tfate-9999\tparty    \t1       \tRunning\tfate \tv1.5.0      \t37m\teggroll\t60s"
                        + "    \t-\n\n");
    }

    @Test
    void namesAreWhatOtherCommandsAccept() {
        String name = program.run("cluster", "list", "-o", "name").out();

        assertThat(name).isEqualTo("party/fate-9999\n");
        assertThat(program.run("cluster", "describe", name.strip(), "-o", "name")
                        .out())
                .isEqualTo(name);
    }

    @Test
    void namesOfJobsAreUuids() {
        service.on("GET /v1/job/" + JOB, job("Running", ""));

        assertThat(program.run("job", "describe", JOB, "-o", "name").out()).isEqualTo(JOB + "\n");
    }

    @Test
    void templatesSelectFields() {
        assertThat(program.run("cluster", "list", "-o", "jsonpath={.items[*].uuid}")
                        .out())
                .isEqualTo(CLUSTER);
        assertThat(program.run("cluster", "describe", CLUSTER, "-o", "jsonpath={.namespaces}{\"\\n\"}")
                        .out())
                .isEqualTo("party\n");
    }

    @Test
    void rejectsUnknownFormatsAndInvalidTemplatesBeforeARequest() {
        Result unknown = program.run("cluster", "list", "-o", "xml");
        Result invalid = program.run("cluster", "list", "-o", "jsonpath={.items");
        Result empty = program.run("cluster", "list", "-o", "jsonpath=");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("invalid format: xml; use table, wide, name, json, yaml or jsonpath=TEMPLATE");
        assertThat(invalid.exitCode()).isEqualTo(2);
        assertThat(invalid.err()).contains("invalid jsonpath {.items at character 1 ({.items): } is missing");
        assertThat(empty.err()).contains("jsonpath requires a template");
        assertThat(service.logins()).isEmpty();
    }
}
