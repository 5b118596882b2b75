package io.kubefate.server.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Compiles small plugins from source, like their authors' builds, and packs them into jars. */
public final class PluginJarBuilder {

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> resources = new LinkedHashMap<>();
    private final List<Path> libraries = new ArrayList<>();
    private boolean annotationProcessing = true;

    private PluginJarBuilder() {}

    /**
     * A plugin without any class.
     *
     * @param id its {@code Plugin-Id}
     * @param version its {@code Plugin-Version}
     * @return a builder whose plugin fits every SPI 1.x
     */
    public static PluginJarBuilder plugin(String id, String version) {
        return new PluginJarBuilder()
                .manifest("Plugin-Id", id)
                .manifest("Plugin-Version", version)
                .manifest("Plugin-Requires", ">=1.0.0 & <2.0.0");
    }

    /** Sets a manifest entry. Empty text removes it. */
    public PluginJarBuilder manifest(String name, String value) {
        if (value.isEmpty()) {
            manifest.remove(name);
            return this;
        }
        manifest.put(name, value);
        return this;
    }

    /** Adds a Java source that may use the classes of the tests. */
    public PluginJarBuilder source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Adds a distribution's source. */
    public PluginJarBuilder distribution(DistributionSource distribution) {
        return source(distribution.className(), distribution.text());
    }

    /** Adds a text file to the jar. */
    public PluginJarBuilder resource(String name, String text) {
        return resource(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file to the jar. */
    public PluginJarBuilder resource(String name, byte[] content) {
        resources.put(name, content);
        return this;
    }

    /** Compiles against another jar, whose classes are not packed. */
    public PluginJarBuilder compileWith(Path jar) {
        libraries.add(jar);
        return this;
    }

    /** Leaves out {@code META-INF/extensions.idx}, as a build without PF4J's annotation processor does. */
    public PluginJarBuilder withoutAnnotationProcessing() {
        annotationProcessing = false;
        return this;
    }

    /**
     * Compiles and packs.
     *
     * @param jar the file to write
     * @return the same file
     */
    public Path build(Path jar) {
        try {
            return Files.write(jar, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles and packs. Returns the content of the jar. */
    public byte[] bytes() {
        try {
            return pack(new PluginSources(sources, libraries, annotationProcessing).compiled());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] pack(Map<String, byte[]> compiled) throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar)) {
            write(out, JarFile.MANIFEST_NAME, buildManifest());
            for (Map.Entry<String, byte[]> classFile : compiled.entrySet()) {
                write(out, classFile.getKey(), classFile.getValue());
            }
            for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
                write(out, resource.getKey(), resource.getValue());
            }
        }
        return jar.toByteArray();
    }

    private byte[] buildManifest() throws IOException {
        Manifest result = new Manifest();
        result.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> result.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        result.write(bytes);
        return bytes.toByteArray();
    }

    /** Packs reproducibly: the same content results in the same jar. */
    private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
