package io.kubefate.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "mysql, docker.io, library/mysql, latest",
        "mysql:8, docker.io, library/mysql, 8",
        "federatedai/python:1.5.0-release, docker.io, federatedai/python, 1.5.0-release",
        "docker.io/mysql:8, docker.io, library/mysql, 8",
        "index.docker.io/mysql:8, docker.io, library/mysql, 8",
        "harbor.example.com/fate/eggroll:1, harbor.example.com, fate/eggroll, 1",
        "harbor.example.com:8443/a/b/c, harbor.example.com:8443, a/b/c, latest",
        "localhost/mysql, localhost, mysql, latest",
        "localhost:5000/mysql:8, localhost:5000, mysql, 8",
        "10.0.0.1:5000/mysql, 10.0.0.1:5000, mysql, latest",
        "[::1]:5000/mysql, [::1]:5000, mysql, latest",
        "Registry/mysql, Registry, mysql, latest",
        "a__b/c-d.e--f, docker.io, a__b/c-d.e--f, latest"
    })
    void readsNamesByDockersRules(String image, String registry, String repository, String version) {
        assertThat(ImageReference.parse(image)).hasValue(new ImageReference(registry, repository, version));
    }

    @Test
    void aDigestWinsOverATag() {
        assertThat(ImageReference.parse("mysql@" + DIGEST))
                .hasValue(new ImageReference("docker.io", "library/mysql", DIGEST));
        assertThat(ImageReference.parse("mysql:8@" + DIGEST))
                .hasValue(new ImageReference("docker.io", "library/mysql", DIGEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MySQL",
                "mysql:",
                "mysql:a b",
                "mysql@sha256:12",
                "a//b",
                "/mysql",
                "mysql/",
                "../secret",
                "a/../b",
                "ex ample.com/a",
                "user@example.com/a",
                "example.com:port/a",
                "https://example.com/a",
                "example.com/a?b",
                "a_/b",
                "-a"
            })
    void rejectsAnInvalidName(String image) {
        assertThat(ImageReference.parse(image)).isEmpty();
    }

    @Test
    void refusesWhatIsLongerThanAnyName() {
        assertThat(ImageReference.parse("a-".repeat(100_000) + "a")).isEmpty();
    }
}
