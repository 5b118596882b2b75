package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of an air-gapped site: list, mirror into a registry that wants a login, check, before anything is installed. */
class ImagesE2e extends IsolatedScenario {

    @TempDir
    private static Path registryFolder;

    private Registry registry;

    @Override
    Map<String, String> settings() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(Registry.PROGRAM)), "there is no docker-registry: install that package");
        registry = new Registry(registryFolder);
        return Map.of("KUBEFATE_INSECURE_REGISTRIES", registry.host());
    }

    @AfterAll
    void stopRegistry() {
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void listsTheImagesAsTheOfflineCommandDoes() {
        String file = cluster();

        Command.Result listed = service.kubefate("cluster", "images", "-f", file);
        Command.Result offline =
                Command.run(Map.of(), folder, List.of(Home.program("kubefate-server"), "images", "-f", file));

        assertThat(listed.out()).isEqualTo(offline.out()).isEqualTo("""
                        %1$s/client:1.5.0-release
                        %1$s/eggroll:1.5.0-release
                        %1$s/fateboard:1.5.0-release
                        %1$s/mysql:8
                        %1$s/python:1.5.0-release
                        """.formatted(prefix()));
    }

    @Test
    void saysWhichAreMissingWithThePullSecretOfTheNamespace() {
        String file = cluster();
        push("eggroll", "1.5.0-release");

        Command.Result without = service.kubefate("cluster", "images", "-f", file, "--check");
        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(without.out().lines().filter(line -> line.contains("denied")))
                .hasSize(5);

        makePullSecret();
        Command.Result with = service.kubefate("cluster", "images", "-f", file, "--check", "-o", "json");

        assertThat(with.exitCode()).as(with.toString()).isEqualTo(1);
        for (JsonNode image : json(with)) {
            boolean pushed = image.at("/image").asText().contains("/eggroll:");
            assertThat(image.at("/status").asText()).as(image.toString()).isEqualTo(pushed ? "present" : "missing");
        }
        assertThat(with.toString() + service.logText()).doesNotContain(Registry.PASSWORD);
    }

    @Test
    void succeedsOnceAllAreMirrored() {
        push("client", "1.5.0-release");
        push("eggroll", "1.5.0-release");
        push("fateboard", "1.5.0-release");
        push("mysql", "8");
        push("python", "1.5.0-release");
        makePullSecret();
        JsonNode jobs = jobs();

        Command.Result checked = service.kubefate("cluster", "images", "-f", cluster(), "--check");

        assertThat(checked.exitCode()).as(checked.toString()).isZero();
        assertThat(jobs()).isEqualTo(jobs);
    }

    private String cluster() {
        return ClusterFile.party(folder, cluster, """
                        registry: %s
                        imagePullSecrets: [{name: regcred}]
                        """.formatted(prefix())).toString();
    }

    /** {@return the place of this test's images} */
    private String prefix() {
        return registry.host() + "/" + cluster;
    }

    private void push(String image, String tag) {
        registry.push(cluster + "/" + image, tag);
    }

    private void makePullSecret() {
        run("create", "namespace", cluster);
        run(
                "create",
                "secret",
                "docker-registry",
                "regcred",
                "--docker-server=" + registry.host(),
                "--docker-username=" + Registry.USERNAME,
                "--docker-password=" + Registry.PASSWORD);
    }

    private void run(String... arguments) {
        Command.Result result = kubectl.run(arguments);
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }
}
