package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The way of an air-gapped site: list, mirror into a registry that wants a login, check, before anything is installed. */
class ImagesE2e extends Scenario {

    private Registry registry;

    @Override
    Map<String, String> settings() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(Registry.PROGRAM)), "there is no docker-registry: install that package");
        registry = new Registry(folder);
        registry.push("fate/eggroll", "1.5.0-release");
        return Map.of("KUBEFATE_INSECURE_REGISTRIES", registry.host());
    }

    @AfterEach
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
                        %1$s/fate/client:1.5.0-release
                        %1$s/fate/eggroll:1.5.0-release
                        %1$s/fate/fateboard:1.5.0-release
                        %1$s/fate/mysql:8
                        %1$s/fate/python:1.5.0-release
                        """.formatted(registry.host()));
    }

    @Test
    void saysWhichAreMissingWithThePullSecretOfTheNamespace() {
        String file = cluster();

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
        registry.push("fate/client", "1.5.0-release");
        registry.push("fate/fateboard", "1.5.0-release");
        registry.push("fate/mysql", "8");
        registry.push("fate/python", "1.5.0-release");
        makePullSecret();

        Command.Result checked = service.kubefate("cluster", "images", "-f", cluster(), "--check");

        assertThat(checked.exitCode()).as(checked.toString()).isZero();
        assertThat(json(service.kubefate("job", "list", "-o", "json"))).isEmpty();
    }

    private String cluster() {
        return ClusterFile.party(folder, cluster, """
                        registry: %s/fate
                        imagePullSecrets: [{name: regcred}]
                        """.formatted(registry.host()))
                .toString();
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
