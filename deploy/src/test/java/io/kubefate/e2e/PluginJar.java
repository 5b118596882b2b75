package io.kubefate.e2e;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Builds a plugin outside this project's build, against what the distribution holds: one Deployment, whose image tells the version. */
final class PluginJar {

    private static final String SOURCE = """
            package demo;

            import io.kubefate.spi.*;
            import java.util.*;

            @org.pf4j.Extension
            public class Demo implements FateDistribution {
                public Set<ReleaseKey> releases() { return Set.of(new ReleaseKey("%1$s", "v1", "")); }
                public List<ModuleSpec> modules() {
                    return List.of(new ModuleSpec("demo", "A module", List.of("demo.yaml.ftl")));
                }
                public String schema() { return "{}"; }
                public String example() { return "name: demo"; }
                public List<Problem> validate(ClusterSpec spec) { return List.of(); }
                public Map<String, Object> model(ClusterSpec spec) { return Map.of("image", "demo:%2$s"); }
            }
            """;

    private static final String TEMPLATE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: demo}
            spec:
              selector: {matchLabels: {app: demo}}
              template:
                metadata: {labels: {app: demo}}
                spec:
                  containers: [{name: demo, image: ${image}}]
            """;

    private PluginJar() {}

    /**
     * Builds a plugin that serves {@code <id> v1}.
     *
     * @param folder where
     * @param id its id
     * @param version its version
     * @return the jar
     */
    static Path build(Path folder, String id, String version) {
        return build(folder, id, version, SOURCE.formatted(id, version), Map.of("demo.yaml.ftl", TEMPLATE));
    }

    /**
     * Builds a plugin of a class {@code demo.Demo}.
     *
     * @param folder where
     * @param id its id
     * @param version its version
     * @param source the class
     * @param templates by file name
     * @return the jar
     */
    static Path build(Path folder, String id, String version, String source, Map<String, String> templates) {
        try {
            Path classes = Files.createTempDirectory(folder, "classes");
            compile(classes, source);
            Files.createDirectories(classes.resolve("templates"));
            for (Map.Entry<String, String> template : templates.entrySet()) {
                Files.writeString(classes.resolve("templates").resolve(template.getKey()), template.getValue());
            }
            return pack(classes, folder.resolve(id + "-" + version + ".jar"), id, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path classes, String source) throws IOException {
        Path file = Files.createDirectories(classes.resolve("demo")).resolve("Demo.java");
        Files.writeString(file, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> libraries = Files.list(Home.folder().resolve("lib"))) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    libraries
                            .filter(jar -> jar.getFileName().toString().matches("(kubefate-spi|pf4j)-.*\\.jar"))
                            .toList());
            List<String> options = List.of("--release", "17");
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                    .call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
        Files.delete(file);
    }

    private static Path pack(Path classes, Path jar, String id, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes entries = manifest.getMainAttributes();
        entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Plugin-Id", id, "Plugin-Version", version, "Plugin-Requires", ">=1.0.0 & <2.0.0")
                .forEach(entries::putValue);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
