package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Yaml;
import io.kubefate.cli.text.YamlException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A cluster.yaml as it is sent to the service.
 *
 * @param name the cluster's name
 * @param namespace its Kubernetes namespace
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param data the file's bytes in base64, unchanged, so that the service's line numbers are those of the file
 */
record ClusterFile(String name, String namespace, String chartName, String chartVersion, String data) {

    private static final long MAXIMUM_BYTES = 1024 * 1024;

    ClusterFile {
        requireNonNull(name, "name is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(chartName, "chartName is null");
        requireNonNull(chartVersion, "chartVersion is null");
        requireNonNull(data, "data is null");
    }

    /**
     * Reads a file and checks what is needed to send it; the service checks the rest.
     *
     * @param file where it is
     * @return its contents
     * @throws CommandException if it cannot be read, is no YAML map, or lacks one of the four names
     */
    static ClusterFile read(Path file) {
        byte[] bytes = bytes(file);
        Map<?, ?> values = values(file, bytes);
        return new ClusterFile(
                required(values, "name"),
                required(values, "namespace"),
                required(values, "chartName"),
                required(values, "chartVersion"),
                Base64.getEncoder().encodeToString(bytes));
    }

    /** {@return the request that brings the cluster to what the file says} */
    ClusterArgs args(ChangeOptions changes, Duration timeout) {
        Long seconds = timeout == null ? null : timeout.toSeconds();
        return new ClusterArgs(
                name,
                namespace,
                chartName,
                chartVersion,
                false,
                data,
                false,
                seconds,
                null,
                changes.recreate(),
                changes.purge());
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandException(file + " is a directory; --file wants a cluster.yaml");
        }
        if (!Files.exists(file)) {
            throw new CommandException(file + ": there is no such file");
        }
        try {
            if (Files.size(file) > MAXIMUM_BYTES) {
                throw new CommandException(file + " is larger than 1 MiB; that cannot be a cluster.yaml");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: " + e, e);
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
            throw new CommandException(key + " is not a text, check your Cluster file");
        }
        return value.toString();
    }
}
