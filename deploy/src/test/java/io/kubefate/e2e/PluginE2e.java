package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does with plugins while the service runs. No container has to run, so an imitated Kubernetes will do. */
class PluginE2e {

    /** Within which a jar in the folder, or a change by another replica, is seen. */
    private static final Duration SEEN = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void aPluginsLife() throws IOException {
        try (Service service = start("one", Map.of())) {
            Files.copy(PluginJar.build(folder, "dropped", "1.0.0"), inbox("one").resolve("dropped.jar"));
            Eventually.holds(
                    "the jar in the folder is installed",
                    SEEN,
                    () -> states(service).contains("dropped 1.0.0 loaded"));
            install(service, "alpha", "dropped");

            succeeds(service.kubefate("plugin", "install", "-f", jar("uploaded", "1.0.0")));
            String beta = install(service, "beta", "uploaded");
            assertThat(image(service)).contains("demo:1.0.0");
            succeeds(service.kubefate("plugin", "upgrade", "uploaded", "-f", jar("uploaded", "2.0.0")));
            assertThat(image(service)).contains("demo:2.0.0");
            Files.writeString(folder.resolve("beta.yaml"), "note: upgraded\n", StandardOpenOption.APPEND);
            String file = folder.resolve("beta.yaml").toString();
            succeeds(service.kubefate("cluster", "update", "-f", file, "--wait"));

            Command.Result refused = service.kubefate("plugin", "remove", "uploaded");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("beta in namespace beta");
            succeeds(service.kubefate("plugin", "remove", "uploaded", "--force"));
            assertThat(service.kubefate("cluster", "describe", beta).out()).contains("beta", "Running");
            succeeds(service.kubefate("cluster", "rollback", beta, "1", "--wait"));
            assertThat(service.kubefate("cluster", "diff", beta, "2", "3").out())
                    .contains("demo:2.0.0", "demo:1.0.0");
            succeeds(service.kubefate("cluster", "delete", beta, "--wait"));

            List<String> before = states(service);
            assertThat(before).containsExactly("dropped 1.0.0 loaded");
            service.kill();
            service.start();
            assertThat(states(service)).isEqualTo(before);
        }
    }

    @Test
    void whatIsRefusedIsToldAndTouchesNothing() throws IOException {
        try (Service service = start("one", Map.of("KUBEFATE_PLUGINS_MAX_SIZE", "100KiB"))) {
            succeeds(service.kubefate("plugin", "install", "-f", jar("demo", "1.0.0")));
            Path large = Files.write(folder.resolve("large.jar"), new byte[20 << 20]);
            Path broken = Files.writeString(inbox("one").resolve("broken.jar"), "no jar");

            Command.Result refused = service.kubefate("plugin", "install", "-f", large.toString());

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("larger than 102400 bytes");
            assertThat(service.kubefate("plugin", "install", "-f", broken.toString())
                            .err())
                    .contains("truncated");
            assertThat(service.kubefate("plugin", "install", "-f", jar("demo", "2.0.0"))
                            .err())
                    .contains("kubefate plugin upgrade demo");
            Eventually.holds(
                    "the broken jar is listed",
                    SEEN,
                    () -> service.kubefate("plugin", "list").out().contains("broken.jar"));
            assertThat(states(service)).first().isEqualTo("demo 1.0.0 loaded");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "MariaDB is there for Linux on x86-64")
    void replicasOnOneDatabaseConverge() {
        try (MariaDb database = new MariaDb(folder);
                Service one = start("one", database.environment());
                Service two = start("two", database.environment())) {
            succeeds(one.kubefate("plugin", "install", "-f", jar("demo", "1.0.0")));
            assertThat(states(two)).containsExactly("demo 1.0.0 loaded");
            install(two, "alpha", "demo");

            succeeds(two.kubefate("plugin", "upgrade", "demo", "-f", jar("demo", "2.0.0")));
            assertThat(states(one)).containsExactly("demo 2.0.0 loaded");
            assertThat(one.kubefate("plugin", "remove", "demo").err()).contains("alpha in namespace alpha");

            succeeds(one.kubefate("plugin", "remove", "demo", "--force"));
            Eventually.holds(
                    "the other service has unloaded it, too",
                    SEEN,
                    () -> two.logText().contains("retired plugin demo 2.0.0"));
            assertThat(two.kubefate("chart", "list", "-o", "json").out().strip())
                    .isEqualTo("[ ]");
        }
    }

    private Service start(String name, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("KUBEFATE_KUBERNETES", "sandbox");
        environment.put("KUBEFATE_PLUGINS", inbox(name).toString());
        return new Service(folder.resolve(name), environment);
    }

    private Path inbox(String name) {
        try {
            return Files.createDirectories(folder.resolve(name).resolve("plugins"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String jar(String id, String version) {
        return PluginJar.build(folder, id, version).toString();
    }

    /** Installs a cluster in a namespace of its name and gives its id. */
    private String install(Service service, String name, String chart) {
        String file = clusterFile(name, chart).toString();
        Command.Result installed = service.kubefate("cluster", "install", "-f", file, "--wait");
        succeeds(installed);
        return service.get("v1/job/" + Scenario.jobId(installed))
                .at("/cluster_id")
                .asText();
    }

    private String image(Service service) {
        String file = clusterFile("shown", "uploaded").toString();
        return service.kubefate("cluster", "install", "-f", file, "--dry-run").out();
    }

    private Path clusterFile(String name, String chart) {
        try {
            return Files.writeString(
                    folder.resolve(name + ".yaml"),
                    "name: %s\nnamespace: %s\nchartName: %s\nchartVersion: v1\nmodules: [demo]\n"
                            .formatted(name, name, chart));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> states(Service service) {
        JsonNode plugins = Scenario.json(service.kubefate("plugin", "list", "-o", "json"));
        return StreamSupport.stream(plugins.spliterator(), false)
                .map(plugin ->
                        plugin.at("/id").asText() + " " + plugin.at("/version").asText() + " "
                                + plugin.at("/state").asText())
                .toList();
    }

    private static void succeeds(Command.Result result) {
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }
}
