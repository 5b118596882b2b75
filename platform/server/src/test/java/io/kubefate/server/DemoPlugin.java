package io.kubefate.server;

import io.kubefate.server.plugin.DistributionSource;
import io.kubefate.server.plugin.PluginJarBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The jar of a small plugin. It serves versions v1, v2 and v3 of one chart, engine {@code eggroll}, with the module {@code python}:
 * a ConfigMap with {@code value}, a claim, and a Deployment of {@code image}. The upgrade from v2 to v3 runs the step
 * {@code migrate}. A {@code host} in the file is checked; a {@code note} is a warning; {@code nameSpace} is a former name of
 * {@code namespace}.
 */
public final class DemoPlugin {

    private static final Map<String, byte[]> JARS = new ConcurrentHashMap<>();

    private static final String OBJECTS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {key: ${value!"a"}}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: python}
            spec:
              replicas: 1
              selector: {matchLabels: {app: python}}
              template:
                metadata: {labels: {app: python}}
                spec:
                  containers:
                    - {name: python, image: ${image!"python:1"}}
                  volumes:
                    - {name: settings, configMap: {name: settings}}
                    - {name: data, persistentVolumeClaim: {claimName: data}}
            """;

    private static final String STEP = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate}
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: migrate, image: "migrate:1"}]
            """;

    private static final String EXAMPLE =
            "name: demo\nnamespace: demo\nchartName: %s\nchartVersion: v1\nmodules: [python]\n";

    private static final String SCHEMA = """
            \"""
            {"properties": {"namespace": {"x-former-names": ["nameSpace"]}}}\"""
            """.strip();

    private DemoPlugin() {}

    /** {@return the plugin of this id, which serves the chart of the same name} */
    public static byte[] jar(String id, String version) {
        return JARS.computeIfAbsent(id + "@" + version, key -> build(id, version));
    }

    /** {@return the request for a cluster of a name, in the namespace of the same name, with more lines of its file} */
    public static String request(String name, String version, String... lines) {
        String file = "name: %s\nnamespace: %s\nchartName: demo\nchartVersion: %s\nmodules: [python]\n%s"
                .formatted(name, name, version, String.join("\n", lines));
        return "{\"data\":\"" + encoded(file) + "\"}";
    }

    /** {@return a file as a request has it} */
    public static String encoded(String file) {
        return Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
    }

    static void copyTo(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("demo.jar"), jar("demo", "1.0.0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] build(String id, String version) {
        return PluginJarBuilder.plugin(id, version)
                .distribution(distribution(id))
                .resource("templates/demo.yaml.ftl", OBJECTS)
                .resource("templates/migrate.yaml.ftl", STEP)
                .bytes();
    }

    private static DistributionSource distribution(String chart) {
        String example = EXAMPLE.formatted(chart).replace("\n", "\\n");
        return DistributionSource.serving("demo.Demo", chart, "v1", "eggroll")
                .method("releases", """
                        return Set.of(
                                new ReleaseKey("%1$s", "v1", "eggroll"),
                                new ReleaseKey("%1$s", "v2", "eggroll"),
                                new ReleaseKey("%1$s", "v3", "eggroll"));
                        """.formatted(chart))
                .method(
                        "modules",
                        "return List.of(new ModuleSpec(\"python\", \"The module\", List.of(\"demo.yaml.ftl\")));")
                .method("schema", "return " + SCHEMA + ";")
                .method("example", "return \"" + example + "\";")
                .method("model", "return spec.values();")
                .method("validate", """
                        return spec.text("note").isPresent()
                                ? List.of(Problem.warning("note", "unused"))
                                : List.<Problem>of();
                        """)
                .method("checks", """
                        return spec.text("host").stream()
                                .map(host -> ClusterCheck.tcp("reaches " + host, "python", "python", host, 80, "repair it"))
                                .toList();
                        """)
                .method("upgrade", """
                        return switch (from.chartVersion() + " " + to.chartVersion()) {
                            case "v1 v2" -> new UpgradePath.Allowed(List.of());
                            case "v2 v3" -> new UpgradePath.Allowed(List.of("migrate.yaml.ftl"));
                            default -> FateDistribution.super.upgrade(from, to);
                        };
                        """);
    }
}
