package io.kubefate.planning.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                "redis-server --requirepass x1 | redis-server --requirepass (hidden)",
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

    @Test
    void hidesAPasswordInsideBase64() {
        Mask mask = Mask.of(List.of(SPEC));

        for (String before : List.of("", "a", "ab", "abc")) {
            String encoded = Base64.getEncoder().encodeToString((before + "S3cret-pass and more").getBytes(UTF_8));
            assertThat(mask.text(encoded))
                    .contains("(hidden)")
                    .doesNotContain("NyZXQtcGFz", "M2NyZXQtcGFz", "zY3JldC1wYXNz");
        }
    }

    @Test
    void hidesTheValueOfAnOptionOfACommand() {
        Manifest redis = new Manifest(Map.of(
                "kind", "Deployment",
                "args", List.of("redis.conf", "--requirepass", "fate_dev", "--port", "6379"),
                "note", "connect with fate_dev"));

        assertThat(Mask.of(List.of(Map.of("password", "fate_dev")), List.of(redis))
                        .object(redis)
                        .content())
                .isEqualTo(Map.of(
                        "kind", "Deployment",
                        "args", List.of("redis.conf", "--requirepass", "(hidden)", "--port", "6379"),
                        "note", "connect with (hidden)"));
    }

    @Test
    void hidesADefaultInItsPlacesOnly() {
        Manifest object = new Manifest(Map.of(
                "kind",
                "Deployment",
                "env",
                List.of(Map.of("name", "MYSQL_PASSWORD", "value", "admin")),
                "args",
                List.of("--requirepass", "admin"),
                "data",
                "redis.password=admin\nurl=redis://root:admin@redis/0\npath=/home/admin/data\n"));

        assertThat(Mask.of(List.of(), List.of(object)).object(object).content())
                .isEqualTo(Map.of(
                        "kind",
                        "Deployment",
                        "env",
                        List.of(Map.of("name", "MYSQL_PASSWORD", "value", "(hidden)")),
                        "args",
                        List.of("--requirepass", "(hidden)"),
                        "data",
                        "redis.password=(hidden)\nurl=redis://root:(hidden)@redis/0\npath=/home/admin/data\n"));
    }

    @Test
    void hidesAValueOfTheFileEverywhereIfAnObjectHasItAsAPassword() {
        Manifest object = new Manifest(Map.of(
                "kind", "ConfigMap",
                "env", List.of(Map.of("name", "MYSQL_PASSWORD", "value", "from-variable")),
                "data", Map.of("a.properties", "redis.password=from-file\ntoken.ttl=6379\npassword=$REFERENCE\n")));
        Map<String, Object> spec = Map.of("mysql", Map.of("auth", "from-variable"), "auth", List.of("from-file", 6379));

        assertThat(Mask.of(List.of(spec), List.of(object)).text("from-variable from-file 6379 REFERENCE"))
                .isEqualTo("(hidden) (hidden) 6379 REFERENCE");
    }

    @Test
    void aNameInTheObjectsIsHiddenInThePlacesOfPasswordsOnly() {
        Manifest object = new Manifest(Map.of(
                "kind", "Deployment",
                "volumeMounts", List.of(Map.of("name", "data", "subPath", "fate_dev")),
                "args", List.of("--requirepass", "fate_dev")));

        assertThat(Mask.of(List.of(Map.of("password", "fate_dev")), List.of(object))
                        .object(object)
                        .content())
                .isEqualTo(Map.of(
                        "kind", "Deployment",
                        "volumeMounts", List.of(Map.of("name", "data", "subPath", "fate_dev")),
                        "args", List.of("--requirepass", "(hidden)")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://root:a-password@mysql:3306/db", "amqp://:a-password@rabbitmq"})
    void hidesThePasswordOfAUrl(String url) {
        assertThat(Mask.of(List.of()).text("connect to " + url))
                .isEqualTo("connect to " + url.replace("a-password", "(hidden)"));
    }

    @Test
    void hidesAPasswordWithAReferenceThatKubernetesWouldExpand() {
        assertThat(Mask.of(List.of(Map.of("password", "ab$(cd)ef"))).text("args: ab$$(cd)ef"))
                .isEqualTo("args: (hidden)");
    }

    @Test
    void hidesAVeryLongPasswordAndEachLongPartOfIt() {
        String password = IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining());

        assertThat(Mask.of(List.of(Map.of("password", password)))
                        .text("all " + password + ", part " + password.substring(0, 70) + "."))
                .startsWith("all (hidden), part (hidden)");
    }

    @Test
    void staysFastWithVeryManyPasswordsAndHostileText() {
        Map<String, Object> passwords = new HashMap<>();
        IntStream.range(0, 20_000).forEach(i -> passwords.put("token" + i, "value-" + i));
        Mask mask = Mask.of(List.of(passwords));

        assertThat(mask.text("token".repeat(200_000))).isEqualTo("token".repeat(200_000));
        assertThat(mask.text("value-19999 ".repeat(50_000))).isEqualTo("(hidden) ".repeat(50_000));
    }
}
