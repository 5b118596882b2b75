package io.kubefate.server.plugin.jar;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory with the jars of plugins.
 *
 * @param directory the directory, which may not exist
 */
public record PluginFolder(Path directory) {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

    public PluginFolder {
        requireNonNull(directory, "directory is null");
    }

    /** Returns all {@code *.jar} of the directory by name; if it cannot be read, logs a warning and returns none. */
    public List<Path> jars() {
        if (!Files.isDirectory(directory)) {
            LOG.warn("no plugins found: {} is not a directory", directory);
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*.jar")) {
            stream.forEach(jars::add);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("no plugins found: {} cannot be read", directory, e);
            return List.of();
        }
        if (jars.isEmpty()) {
            LOG.warn("no plugins found: {} contains no *.jar", directory);
        }
        Collections.sort(jars);
        return jars;
    }
}
