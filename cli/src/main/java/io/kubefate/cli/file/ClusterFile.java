package io.kubefate.cli.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Yaml;
import io.kubefate.cli.text.YamlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A cluster.yaml.
 *
 * @param data the unchanged file in base64, so that the service reports the file's line numbers
 */
public record ClusterFile(String name, String namespace, String chartName, String chartVersion, String data) {

    private static final long MAXIMUM_BYTES = 1024 * 1024;

    public ClusterFile {
        requireNonNull(name, "name is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(chartName, "chartName is null");
        requireNonNull(chartVersion, "chartVersion is null");
        requireNonNull(data, "data is null");
    }

    /**
     * Reads a file. The service checks it, and reports all its problems together.
     *
     * @return the fields of the request as far as the file has them; empty text for the others
     * @throws CommandException if the file cannot be read, or is too large
     */
    public static ClusterFile read(Path file) {
        byte[] bytes = bytes(file);
        Map<?, ?> values = values(new String(bytes, StandardCharsets.UTF_8));
        return new ClusterFile(
                text(values, "name"),
                text(values, "namespace"),
                text(values, "chartName"),
                text(values, "chartVersion"),
                Base64.getEncoder().encodeToString(bytes));
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandException(file + " is a directory; --file requires a cluster.yaml");
        }
        if (!Files.exists(file)) {
            throw new CommandException(file + ": no such file");
        }
        try {
            if (Files.size(file) > MAXIMUM_BYTES) {
                throw new CommandException(file + " is larger than 1 MiB, which is not a cluster.yaml");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandException("cannot read " + file + ": " + e, e);
        }
    }

    private static Map<?, ?> values(String text) {
        try {
            return Yaml.loadMap(text);
        } catch (YamlException e) {
            return Map.of(); // the service explains what is wrong
        }
    }

    private static String text(Map<?, ?> values, String key) {
        Object value = values.get(key);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }
}
