package io.kubefate.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {

    @Test
    void readsNameAndPassword() {
        assertThat(logins("{\"auths\":{\"a.example\":{\"username\":\"u\",\"password\":\"p\"}}}", "a.example/x"))
                .containsExactly(new RegistryLogin("test", "u", "p"));
    }

    @Test
    void readsThemAsOneText() {
        String auth = Base64.getEncoder().encodeToString("u:p:\u00e4".getBytes(StandardCharsets.UTF_8));

        assertThat(logins("{\"auths\":{\"a.example\":{\"auth\":\"" + auth + "\"}}}", "a.example/x"))
                .containsExactly(new RegistryLogin("test", "u", "p:\u00e4"));
    }

    @Test
    void readsTheOlderForm() {
        assertThat(logins("{\"a.example\":{\"username\":\"u\",\"password\":\"p\",\"email\":\"e\"}}", "a.example/x"))
                .hasSize(1);
    }

    @Test
    void leavesOutEntriesWithoutAPassword() {
        assertThat(logins("{\"auths\":{\"a.example\":{}},\"credsStore\":\"desktop\"}", "a.example/x"))
                .isEmpty();
        assertThat(logins("{\"auths\":{\"a.example\":{\"auth\":\"%%%\"}}}", "a.example/x"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"auths\":[]}", "{\"auths\":", "secret"})
    void rejectsAnInvalidConfiguration(String text) {
        assertThat(DockerConfig.read("test", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://index.docker.io/v1/, mysql:8",
        "docker.io, federatedai/python:1",
        "registry-1.docker.io, mysql",
        "a.example, a.example/x",
        "A.example, a.example/x",
        "https://a.example/v2/, a.example/x",
        "http://a.example:5000, a.example:5000/x",
        "*.example, a.example/x",
        "a.*.example:5000, a.b.example:5000/x",
        "a.example/fate, a.example/fate/python",
        "a.example/fate/python, a.example/fate/python:1"
    })
    void aLoginIsForItsRegistry(String key, String image) {
        assertThat(logins(config(key), image)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a.example, a.example.evil.com/x",
        "a.example, evil-a.example/x",
        "a.example, a.example:5000/x",
        "a.example:5000, a.example/x",
        "a.example:5000, a.example:443/x",
        "*.example, example/x",
        "*.example, a.b.example/x",
        "*, a.example/x",
        "a.example/fate, a.example/fate-other/x",
        "a.example/fate, a.example/x",
        "docker.io, docker.io.example.com/x",
        "'', mysql"
    })
    void andForNoOther(String key, String image) {
        assertThat(logins(config(key), image)).isEmpty();
    }

    @Test
    void theClosestLoginComesFirst() {
        Keyring keyring = new Keyring(List.of(
                DockerConfig.read("wide", config("a.example")).orElseThrow(),
                DockerConfig.read("narrow", config("a.example/fate")).orElseThrow()));

        assertThat(keyring.find(image("a.example/fate/x")))
                .extracting(RegistryLogin::source)
                .containsExactly("narrow", "wide");
    }

    @Test
    void doesNotPrintPasswords() {
        DockerConfig config = DockerConfig.read("test", config("a.example")).orElseThrow();

        assertThat(new Keyring(List.of(config)).toString()).doesNotContain("word");
    }

    private static List<RegistryLogin> logins(String text, String image) {
        DockerConfig config = DockerConfig.read("test", text).orElseThrow();
        return new Keyring(List.of(config)).find(image(image));
    }

    private static String config(String key) {
        return "{\"auths\":{\"" + key + "\":{\"username\":\"u\",\"password\":\"word\"}}}";
    }

    private static ImageReference image(String name) {
        return ImageReference.parse(name).orElseThrow();
    }
}
