package io.kubefate.server.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.kubernetes.Manifest;
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
    void knowsWhatAPluginHasMadeUp() {
        Manifest secret = new Manifest(Map.of(
                "kind", "Secret",
                "data", Map.of("root", "Z2VuZXJhdGVkLTE="),
                "stringData", Map.of("key", "-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA\n")));
        Manifest pod = new Manifest(Map.of("env", List.of(Map.of("name", "DB_PASSWORD", "value", "generated-2"))));
        Manifest settings = new Manifest(Map.of("data", Map.of("a.properties", "x=1\nfate.password = generated-3\n")));
        Mask mask = Mask.of(List.of(), List.of(secret, pod, settings));

        assertThat(mask.text("generated-1 generated-2 generated-3 Z2VuZXJhdGVkLTE=\n  MIIEpAIBAAKCAQEA"))
                .isEqualTo("(hidden) (hidden) (hidden) (hidden)\n  (hidden)");
    }

    @Test
    void takesNoSwitchForAPassword() {
        Manifest settings = new Manifest(Map.of(
                "automountServiceAccountToken", false, "data", Map.of("a", "use.token=true\ncredentials: null\n")));

        assertThat(Mask.of(List.of(), List.of(settings)).text("true, false and null"))
                .isEqualTo("true, false and null");
    }
}
