package io.kubefate.server.store.plugin;

import static java.util.Objects.requireNonNull;

/**
 * The jar of a plugin.
 *
 * @param sha256 in lower-case hexadecimal digits
 * @param fileName the name under which the jar came
 * @param size in bytes
 * @param source the way it came
 */
public record StoredJar(String sha256, String fileName, long size, PluginSource source) {

    public StoredJar {
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(fileName, "fileName is null");
        requireNonNull(source, "source is null");
    }
}
