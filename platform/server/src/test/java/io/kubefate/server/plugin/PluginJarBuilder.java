package io.kubefate.server.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
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
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.pf4j.processor.ExtensionAnnotationProcessor;

/** Compiles small plugins from source, as their authors' builds would, and packs them into jars. */
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

    /** Adds a Java source that may use whatever the tests see. */
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
            Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
            if (!sources.isEmpty()) {
                compile(classes);
            }
            pack(classes, jar);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
            List<Source> units = sources.entrySet().stream()
                    .map(source -> new Source(source.getKey(), source.getValue()))
                    .toList();
            var task = compiler.getTask(messages, files, null, null, null, units);
            task.setProcessors(annotationProcessing ? List.of(new ExtensionAnnotationProcessor()) : List.of());
            if (!task.call()) {
                throw new IllegalArgumentException(messages.toString());
            }
        }
    }

    private List<Path> classPath() {
        String[] own = System.getProperty("java.class.path").split(System.getProperty("path.separator"));
        return Stream.concat(Stream.of(own).map(Path::of), libraries.stream()).toList();
    }

    private void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> compiled = Files.walk(classes)) {
            write(out, JarFile.MANIFEST_NAME, buildManifest());
            for (Path path : compiled.filter(Files::isRegularFile).sorted().toList()) {
                write(out, classes.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
            for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
                write(out, resource.getKey(), resource.getValue());
            }
        }
    }

    private byte[] buildManifest() throws IOException {
        Manifest result = new Manifest();
        result.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> result.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        result.write(bytes);
        return bytes.toByteArray();
    }

    /** The same content makes the same jar, whenever it is built. */
    private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
