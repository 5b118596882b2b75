package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The afternoon of a plugin's author: makes a project outside this tree, builds it, drops the jar into a running service and
 * installs a cluster of it. With {@code KUBECONFIG} on that Kubernetes, otherwise in the sandbox.
 */
class PluginAuthorE2e {

    private final String cluster = "e2e-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path folder;

    private Path plugins;
    private Service service;

    @BeforeEach
    void startService() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        Map<String, String> settings = new HashMap<>(Map.of("KUBEFATE_PLUGINS", plugins.toString()));
        if (!hasKubernetes()) {
            settings.put("KUBEFATE_KUBERNETES", "sandbox");
        }
        service = new Service(Files.createDirectory(folder.resolve("service")), settings);
    }

    @AfterEach
    void stopService() {
        service.close();
        if (hasKubernetes()) {
            new Kubectl(cluster).deleteNamespace();
        }
    }

    @Test
    void aNewReleaseIsMadeBuiltDroppedInAndInstalled() throws IOException {
        PluginBuild build = new PluginBuild(folder);
        assumeTrue(build.isPossible(), build.reason());
        Path project = folder.resolve("project");

        Command.Result made = run("kubefate-server", "plugin", "new", project.toString(), "--chart-version", "v1.6.1");
        assertThat(made.exitCode()).as(made.toString()).isZero();

        Command.Result built = build.run(project);
        assertThat(built.exitCode()).as(built.toString()).isZero();
        assertThat(built.out()).contains("Fate161DistributionTest", "BUILD SUCCESS");

        Files.copy(project.resolve("target/fate-1.6.1-1.0.0-SNAPSHOT.jar"), plugins.resolve("fate-1.6.1.jar"));
        Eventually.holds(
                "the release is served",
                Scenario.LIMIT,
                () -> service.kubefate("chart", "list").out().contains("v1.6.1"));

        Command.Result installed = service.kubefate("cluster", "install", "-f", example(project), "--wait");
        assertThat(installed.exitCode())
                .as("%s%n%s", installed, service.logText())
                .isZero();
        assertThat(Scenario.json(service.kubefate("job", "describe", Scenario.jobId(installed), "-o", "json"))
                        .at("/status")
                        .asText())
                .isEqualTo("Success");
    }

    @Test
    void whatCannotBeMadeIsRefusedAndNothingIsWritten() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("notes.txt"), "mine");

        Command.Result intoAFullFolder = run("kubefate-server", "plugin", "new", full.toString());
        Command.Result ofABadVersion =
                run("kubefate-server", "plugin", "new", folder.resolve("p").toString(), "--chart-version", "1.6");

        assertThat(intoAFullFolder.exitCode()).isEqualTo(2);
        assertThat(intoAFullFolder.err()).contains("is not empty");
        assertThat(ofABadVersion.err()).contains("--chart-version: invalid value '1.6'; use a v and numbers");
        assertThat(folder.resolve("p")).doesNotExist();
        try (Stream<Path> files = Files.list(full)) {
            assertThat(files).hasSize(1);
        }
    }

    private String example(Path project) throws IOException {
        String example = Files.readString(project.resolve("src/main/resources/example.yaml"));
        return Files.writeString(folder.resolve("cluster.yaml"), example.replace("fate-9999 ", cluster + " "))
                .toString();
    }

    private Command.Result run(String program, String... arguments) {
        List<String> words = Stream.concat(Stream.of(Home.program(program)), Stream.of(arguments))
                .toList();
        return Command.run(Map.of(), folder, words);
    }

    private static boolean hasKubernetes() {
        return !System.getenv().getOrDefault("KUBECONFIG", "").isEmpty();
    }
}
