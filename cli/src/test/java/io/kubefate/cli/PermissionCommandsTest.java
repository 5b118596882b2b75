package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionCommandsTest extends ServiceTest {

    @Test
    void listsRoles() {
        service.on(
                "GET /v1/permission",
                "{\"msg\":\"\",\"data\":[" + grant(1, "user", "ann", "operator", "fate-9999") + ","
                        + grant(2, "group", "ml", "viewer", "*") + "]}");

        assertThat(program.run("permission", "list").out())
                .isEqualTo("ID\tKIND \tNAME\tROLE    \tNAMESPACE\n"
                        + "1 \tuser \tann \toperator\tfate-9999\n"
                        + "2 \tgroup\tml  \tviewer  \t*\n\n");
    }

    @Test
    void grantsARoleToAUserOrGroup() {
        service.on(
                "POST /v1/permission",
                "{\"msg\":\"\",\"data\":" + grant(1, "user", "ann", "operator", "fate-9999") + "}");

        assertThat(program.run("permission", "grant", "--user", "ann", "--role", "operator", "-n", "fate-9999"))
                .isEqualTo(new Result(0, "role operator in fate-9999 of user ann is granted\n", ""));
        program.run("permission", "grant", "--group", "ml", "--role", "viewer", "-n", "*");

        assertThat(service.requests())
                .extracting(StubService.Request::body)
                .containsExactly(
                        "{\"subject_kind\":\"user\",\"subject\":\"ann\",\"role\":\"operator\",\"namespace\":\"fate-9999\"}",
                        "{\"subject_kind\":\"group\",\"subject\":\"ml\",\"role\":\"viewer\",\"namespace\":\"*\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--user ann --role operator",
                "--role operator -n fate-9999",
                "--user ann -n fate-9999",
                "--user ann --group ml --role operator -n fate-9999"
            })
    void requiresASubjectARoleAndANamespace(String options) {
        for (String verb : new String[] {"grant", "revoke"}) {
            Result result = program.run(("permission " + verb + " " + options).split(" "));

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).startsWith("--user or --group, --role and --namespace are required");
        }
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void revokesARole() {
        String selection = "GET /v1/permission?namespace=fate-9999&role=operator&subject=%s&subject_kind=user";
        service.on(selection.formatted("ann"), "{\"data\":[" + grant(1, "user", "ann", "operator", "fate-9999") + "]}");
        service.on(selection.formatted("eve"), "{\"data\":[]}");
        service.on("DELETE /v1/permission/1", "{\"msg\":\"deletePermission Success\"}");

        assertThat(program.run("permission", "revoke", "--user", "ann", "--role", "operator", "-n", "fate-9999"))
                .isEqualTo(new Result(0, "role operator in fate-9999 of user ann is revoked\n", ""));
        assertThat(program.run("permission", "revoke", "--user", "eve", "--role", "operator", "-n", "fate-9999"))
                .isEqualTo(new Result(1, "", "there is no such role; kubefate permission list shows the roles\n"));
    }

    private static String grant(int id, String kind, String subject, String role, String namespace) {
        return "{\"id\":\"" + id + "\",\"subject_kind\":\"" + kind + "\",\"subject\":\"" + subject + "\",\"role\":\""
                + role + "\",\"namespace\":\"" + namespace + "\",\"creator\":\"admin\","
                + "\"created_at\":\"2020-11-13T07:22:53Z\"}";
    }
}
