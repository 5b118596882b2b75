package io.kubefate.cli.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Yaml;
import io.kubefate.cli.text.YamlException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
     * Reads a file and checks the fields of the request; the service checks the rest.
     *
     * @throws CommandException if the file cannot be read, is not a YAML map, or has no name, namespace, chart name or version
     */
    public static ClusterFile read(Path file) {
        byte[] bytes = bytes(file);
        Map<?, ?> values = values(file, bytes);
        return new ClusterFile(
                required(values, "name"),
                required(values, "namespace"),
                required(values, "chartName"),
                required(values, "chartVersion"),
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

    private static Map<?, ?> values(Path file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Yaml.loadMap(text);
        } catch (CharacterCodingException e) {
            throw new CommandException(file + " is not UTF-8 text", e);
        } catch (YamlException e) {
            throw new CommandException(file + ": " + e.getMessage(), e);
        }
    }

    private static String required(Map<?, ?> values, String key) {
        Object value = values.get(key);
        if (value == null || value.toString().isBlank()) {
            throw new CommandException(key + " not found, check your Cluster file");
        }
        if (value instanceof Map || value instanceof List) {
            throw new CommandException(key + " is not a string, check your Cluster file");
        }
        return value.toString();
    }
}
