package io.kubefate.cli.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the cluster.yaml files that a user names: files with one or more documents, directories, and the input. */
public final class ClusterFiles {

    private static final String INPUT = "-";
    private static final int MAXIMUM_BYTES = 1024 * 1024;

    private final Path workingDirectory;
    private final InputStream input;
    private final boolean recursive;

    /**
     * A reader of files.
     *
     * @param workingDirectory the directory of relative names
     * @param input what the name {@code -} stands for
     * @param recursive whether to read the directories in directories
     */
    public ClusterFiles(Path workingDirectory, InputStream input, boolean recursive) {
        this.workingDirectory = requireNonNull(workingDirectory, "workingDirectory is null");
        this.input = requireNonNull(input, "input is null");
        this.recursive = recursive;
    }

    /**
     * Reads files in the order of their names, and the files of a directory in alphabetical order.
     *
     * @return at least one cluster.yaml for each name
     * @throws CommandException if a file cannot be read or is too large, or a cluster has two documents
     */
    public List<ClusterFile> read(List<String> names) {
        List<ClusterFile> clusters =
                names.stream().flatMap(name -> read(name).stream()).toList();
        rejectDuplicates(clusters);
        return clusters;
    }

    private List<ClusterFile> read(String name) {
        if (name.equals(INPUT)) {
            return clusters("standard input", bytes("standard input", input));
        }
        Path path = workingDirectory.resolve(name);
        if (Files.isDirectory(path)) {
            return directory(name, path);
        }
        if (!Files.exists(path)) {
            throw new CommandException(name + ": no such file");
        }
        return clusters(name, bytes(name, path));
    }

    private List<ClusterFile> directory(String name, Path directory) {
        List<ClusterFile> clusters = files(name, directory).stream()
                .map(file -> Path.of(name).resolve(directory.relativize(file)).toString())
                .flatMap(file -> read(file).stream())
                .toList();
        if (clusters.isEmpty()) {
            throw new CommandException(name + " has no *.yaml or *.yml file"
                    + (recursive ? "" : "; to read its directories too, use --recursive"));
        }
        return clusters;
    }

    private List<Path> files(String name, Path directory) {
        try (Stream<Path> files = Files.walk(directory, recursive ? Integer.MAX_VALUE : 1)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandException("cannot read " + name + ": " + e, e);
        }
    }

    private static byte[] bytes(String name, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return bytes(name, content);
        } catch (IOException e) {
            throw new CommandException("cannot read " + name + ": " + e, e);
        }
    }

    private static byte[] bytes(String name, InputStream content) {
        try {
            byte[] bytes = content.readNBytes(MAXIMUM_BYTES + 1);
            if (bytes.length > MAXIMUM_BYTES) {
                throw new CommandException(name + " is larger than 1 MiB, which is not a cluster.yaml");
            }
            return bytes;
        } catch (IOException e) {
            throw new CommandException("cannot read " + name + ": " + e, e);
        }
    }

    /** A file with one document is not changed, whatever its encoding and markers. */
    private static List<ClusterFile> clusters(String file, byte[] content) {
        List<Documents.Document> documents = Documents.split(new String(content, StandardCharsets.UTF_8));
        if (documents.isEmpty()) {
            throw new CommandException(file + " is empty or has only comments");
        }
        if (documents.size() < 2) {
            return List.of(ClusterFile.of(new Origin(file, 0, 0), content));
        }
        return IntStream.range(0, documents.size())
                .mapToObj(index -> cluster(file, index + 1, documents.get(index)))
                .toList();
    }

    private static ClusterFile cluster(String file, int number, Documents.Document document) {
        Origin origin = new Origin(file, number, document.precedingLines());
        return ClusterFile.of(origin, document.text().getBytes(StandardCharsets.UTF_8));
    }

    private static void rejectDuplicates(List<ClusterFile> clusters) {
        Map<String, Origin> origins = new HashMap<>();
        for (ClusterFile cluster : clusters) {
            String name = cluster.namespace() + "/" + cluster.name();
            Optional<Origin> other = cluster.name().isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(origins.put(name, cluster.origin()));
            if (other.isPresent()) {
                throw new CommandException(
                        "cluster " + name + " is in both " + other.get() + " and " + cluster.origin());
            }
        }
    }
}
