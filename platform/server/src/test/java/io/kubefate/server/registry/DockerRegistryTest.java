package io.kubefate.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.registry.Availability.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks images in Docker's own registry. */
class DockerRegistryTest {

    @TempDir
    Path directory;

    @Test
    void knowsTagsAndDigestsOfWhatWasPushed() throws IOException {
        try (DockerRegistry registry = DockerRegistry.open(directory)) {
            String digest = registry.push("fate/python", "1.5.0-release");
            String tagged = registry.host() + "/fate/python:1.5.0-release";
            String fixed = registry.host() + "/fate/python@" + digest;
            String otherTag = registry.host() + "/fate/python:1.5.1";
            String otherDigest = registry.host() + "/fate/python@sha256:" + "0".repeat(64);
            String otherRepository = registry.host() + "/fate/nothing:1";
            List<String> images = List.of(tagged, fixed, otherTag, otherDigest, otherRepository);

            assertThat(statuses(registry, images, new Keyring(List.of())))
                    .containsExactly(Status.PRESENT, Status.PRESENT, Status.MISSING, Status.MISSING, Status.MISSING);
        }
    }

    @Test
    void wantsItsLogin() throws IOException {
        try (DockerRegistry registry = DockerRegistry.withLogin(directory)) {
            registry.push("fate/python", "1");
            List<String> images = List.of(registry.host() + "/fate/python:1", registry.host() + "/fate/python:2");

            assertThat(statuses(registry, images, new Keyring(List.of())))
                    .containsExactly(Status.DENIED, Status.DENIED);
            assertThat(statuses(registry, images, keyring(registry.dockerConfig())))
                    .containsExactly(Status.PRESENT, Status.MISSING);
            assertThat(statuses(registry, images, keyring(wrongPassword(registry))))
                    .containsExactly(Status.DENIED, Status.DENIED);
        }
    }

    private static List<Status> statuses(DockerRegistry registry, List<String> images, Keyring keyring) {
        Map<String, Availability> answers =
                new Registries(Set.of(registry.host()), Set.of(), Registries.Limits.usual()).check(images, keyring);
        return answers.values().stream().map(Availability::status).toList();
    }

    private static Keyring keyring(String dockerConfig) {
        return new Keyring(
                List.of(DockerConfig.read("secret regcred", dockerConfig).orElseThrow()));
    }

    private static String wrongPassword(DockerRegistry registry) {
        return "{\"auths\":{\"" + registry.host() + "\":{\"username\":\"puller\",\"password\":\"wrong\"}}}";
    }
}
