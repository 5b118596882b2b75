package io.kubefate.server.store.plugin;

import static java.util.Objects.requireNonNull;

/**
 * The identity of a plugin, from its manifest.
 *
 * @param id its {@code Plugin-Id}; no two rows have the same
 * @param version its {@code Plugin-Version}
 * @param provider its {@code Plugin-Provider}, or empty text
 * @param description its {@code Plugin-Description}, or empty text
 */
public record PluginIdentity(String id, String version, String provider, String description) {

    public PluginIdentity {
        requireNonNull(id, "id is null");
        requireNonNull(version, "version is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(description, "description is null");
    }
}
