package io.kubefate.server.configuration;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where plugins are.
 *
 * @param directory holds one jar for each; {@code plugins} if nothing is given
 */
public record PluginsConfiguration(Path directory) {

    /** Fills in what is not given. */
    public PluginsConfiguration {
        directory = Objects.requireNonNullElse(directory, Path.of("plugins"));
    }
}
