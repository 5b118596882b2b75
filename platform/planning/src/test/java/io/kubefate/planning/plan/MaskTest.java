package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private static final Map<String, Object> SPEC = Map.of("mysql", Map.of("user", "fate", "password", "S3cret-pass"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login with S3cret-pass failed",
                "mysql -uroot -pS3cret-pass",
                "jdbc:mysql://root:S3cret-pass@mysql/",
                "{\"mysql\":{\"password\":\"S3cret-pass\",\"user\":\"fate\"}}",
                "data: UzNjcmV0LXBhc3M="
            })
    void hidesAPasswordOfTheSpecWhereverItTurnsUp(String text) {
        assertThat(Mask.of(List.of(SPEC)).text(text))
                .contains("(hidden)")
                .doesNotContain("S3cret-pass", "UzNjcmV0LXBhc3M=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fate.password=x1 | fate.password=(hidden)",
                "--token: abc def | --token: (hidden)",
                "{\"password\":\"S3cret-pass\",\"database\":\"fate\"} | {\"password\":\"(hidden)\",\"database\":\"fate\"}",
                "passwords are asked for | passwords are asked for"
            })
    void hidesTheRestOfALineThatNamesOne(String text, String shown) {
        assertThat(Mask.of(List.of(SPEC)).text(text)).isEqualTo(shown);
    }

    @Test
    void hidesALineOfWhichOnlyPartIsKnown() {
        assertThat(Mask.of(List.of(Map.of("password", "admin"))).text("password=admin-of-everything"))
                .isEqualTo("password=(hidden)");
    }

    @Test
    void hidesFieldsByTheirNamesAndLeavesTheRest() {
        Object masked = Mask.of(List.of(SPEC))
                .content(Map.of(
                        "password",
                        123456,
                        "list",
                        List.of(Map.of("name", "MYSQL_PASSWORD", "value", "other")),
                        "automountServiceAccountToken",
                        false,
                        "count",
                        3,
                        "text",
                        "pass S3cret-pass"));

        assertThat(masked)
                .isEqualTo(Map.of(
                        "password",
                        "(hidden)",
                        "list",
                        List.of(Map.of("name", "MYSQL_PASSWORD", "value", "(hidden)")),
                        "automountServiceAccountToken",
                        false,
                        "count",
                        3,
                        "text",
                        "pass (hidden)"));
    }

    @Test
    void leavesTheKeysOfASecretOnly() {
        Manifest secret = new Manifest(Map.of("kind", "Secret", "data", Map.of("a", "eA=="), "type", "Opaque"));

        assertThat(Mask.of(List.of()).object(secret).content())
                .isEqualTo(Map.of("kind", "Secret", "data", Map.of("a", "(hidden)"), "type", "Opaque"));
    }

    @Test
    void knowsWhatSecretsHave() {
        Manifest secret = new Manifest(Map.of(
                "kind", "Secret",
                "data", Map.of("root", "Z2VuZXJhdGVkLTE=", "switch", "eA=="),
                "stringData", Map.of("key", "-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA\n")));
        Mask mask = Mask.of(List.of(), List.of(secret));

        assertThat(mask.text("x generated-1 Z2VuZXJhdGVkLTE=\n  MIIEpAIBAAKCAQEA"))
                .isEqualTo("x (hidden) (hidden)\n  (hidden)");
    }

    @Test
    void aWordOfTheClustersNamesIsHiddenOnlyInItsOwnPlace() {
        Mask mask = Mask.of(
                List.of(Map.of("name", "fate-9999", "chartName", "fate", "rabbitmq", Map.of("default_pass", "fate"))));

        assertThat(mask.text("cluster fate-9999\ndefault_pass: fate\n"))
                .isEqualTo("cluster fate-9999\ndefault_pass: (hidden)\n");
    }

    @Test
    void knowsShorterNamesForPasswords() {
        assertThat(Mask.of(List.of(Map.of("default_pass", "rabbit-1"))).text("login rabbit-1\nproxy_pass http://a"))
                .isEqualTo("login (hidden)\nproxy_pass http://a");
    }
}
