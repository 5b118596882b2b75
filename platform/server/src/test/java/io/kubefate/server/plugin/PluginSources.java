package io.kubefate.server.plugin;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.pf4j.processor.ExtensionAnnotationProcessor;

/**
 * The Java sources of a plugin.
 *
 * @param texts by class name
 * @param libraries jars that the sources use, besides what the tests see
 * @param annotationProcessing whether PF4J's annotation processor runs
 */
record PluginSources(Map<String, String> texts, List<Path> libraries, boolean annotationProcessing) {

    /** Most tests use the same few plugins, and a compilation takes longer than such a test. */
    private static final Map<PluginSources, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

    PluginSources {
        texts = Map.copyOf(texts);
        libraries = List.copyOf(libraries);
    }

    /**
     * {@return the files that the compiler and its annotation processor write, by name; compiled once in a JVM unless they use a library,
     * which may change}
     */
    Map<String, byte[]> compiled() {
        if (texts.isEmpty()) {
            return Map.of();
        }
        return libraries.isEmpty() ? COMPILED.computeIfAbsent(this, PluginSources::compile) : compile();
    }

    private Map<String, byte[]> compile() {
        try {
            Path folder = Files.createTempDirectory("classes");
            try {
                compile(folder);
                return filesIn(folder);
            } finally {
                MoreFiles.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
            List<Source> units = texts.entrySet().stream()
                    .map(text -> new Source(text.getKey(), text.getValue()))
                    .toList();
            var task = compiler.getTask(messages, files, null, null, null, units);
            task.setProcessors(annotationProcessing ? List.of(new ExtensionAnnotationProcessor()) : List.of());
            if (!task.call()) {
                throw new IllegalArgumentException(messages.toString());
            }
        }
    }

    /** Only the tests and what plugins use, or try to: the compiler opens each jar. */
    private List<Path> classPath() {
        String[] own = System.getProperty("java.class.path").split(System.getProperty("path.separator"));
        return Stream.concat(Stream.of(own).map(Path::of).filter(PluginSources::isForPlugins), libraries.stream())
                .toList();
    }

    private static boolean isForPlugins(Path entry) {
        String name = entry.getFileName().toString();
        return Files.isDirectory(entry)
                || Stream.of("kubefate-", "pf4j-", "slf4j-api-", "jackson-").anyMatch(name::startsWith);
    }

    private static Map<String, byte[]> filesIn(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
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
