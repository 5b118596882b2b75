package io.kubefate.plugin.testing;

import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.plugin.testing.object.Quoted;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Recorded objects of clusters: {@code golden/example.yaml} for the example and {@code golden/<name>.yaml} for each
 * {@code clusters/<name>.yaml}.
 *
 * @param folder the test resources
 * @param write whether to record anew instead of comparing
 */
record GoldenFiles(Path folder, boolean write) {

    /**
     * Compares what each cluster renders to with what is recorded, or records it.
     *
     * @param tested the distribution
     * @return a sentence for each cluster that renders otherwise
     */
    List<String> violations(TestedDistribution tested) {
        return clusters(tested.example()).entrySet().stream()
                .flatMap(cluster -> violations(cluster.getKey(), tested, cluster.getValue()).stream())
                .toList();
    }

    /** {@return the clusters by the name of their golden file} */
    private Map<String, ClusterSpec> clusters(ClusterSpec example) {
        Map<String, ClusterSpec> clusters = new TreeMap<>(Map.of("example.yaml", example));
        Path given = folder.resolve("clusters");
        if (Files.isDirectory(given)) {
            try (Stream<Path> files = Files.list(given)) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .forEach(file -> clusters.put(
                                file.getFileName().toString(),
                                new SpecReader().read(read(file)).spec()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return clusters;
    }

    private List<String> violations(String name, TestedDistribution tested, ClusterSpec spec) {
        List<Problem> errors = tested.errors(spec);
        if (!errors.isEmpty()) {
            return errors.stream()
                    .map(problem -> name + " " + problem.path() + ": " + problem.message())
                    .toList();
        }
        String rendered = ManifestWriter.yaml(tested.render(spec));
        Path file = folder.resolve("golden").resolve(name);
        if (write) {
            write(file, rendered);
        }
        return Files.exists(file)
                ? differences(name, read(file), rendered)
                : List.of(file + " does not exist; record what " + name
                        + " renders to with -Dgolden.write=true, and review it");
    }

    private static List<String> differences(String name, String recorded, String rendered) {
        if (recorded.equals(rendered)) {
            return List.of();
        }
        List<String> before = recorded.lines().toList();
        List<String> after = rendered.lines().toList();
        int line = 0;
        while (line < before.size() && line < after.size() && before.get(line).equals(after.get(line))) {
            line++;
        }
        return List.of(name + " differs from the recorded file, starting at line " + (line + 1) + " on: was "
                + at(before, line) + ", is " + at(after, line) + " (" + before.size() + " lines before, " + after.size()
                + " now); if this is intended, record it with -Dgolden.write=true and review the difference");
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? Quoted.value(lines.get(index).strip()) : "the end";
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
