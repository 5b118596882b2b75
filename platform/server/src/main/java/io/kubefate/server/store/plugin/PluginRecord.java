package io.kubefate.server.store.plugin;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of table {@code plugin}: a plugin that is installed.
 *
 * @param number the lower, the earlier it is loaded; kept by upgrades
 * @param identity the content of its manifest
 * @param file its jar
 * @param releases what it serves, {@code fate v1.5.0 (eggroll)}, as a JSON list of texts
 * @param enabled whether it is loaded
 * @param history when it changed
 */
public record PluginRecord(
        long number,
        @Nested PluginIdentity identity,
        @Nested StoredJar file,
        String releases,
        boolean enabled,
        @Nested PluginHistory history) {

    public PluginRecord {
        requireNonNull(identity, "identity is null");
        requireNonNull(file, "file is null");
        requireNonNull(releases, "releases is null");
        requireNonNull(history, "history is null");
    }

    public String id() {
        return identity.id();
    }

    public String version() {
        return identity.version();
    }

    public String sha256() {
        return file.sha256();
    }

    public Instant installedAt() {
        return history.installedAt();
    }
}
