package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A plugin that is in use.
 *
 * @param id its {@code Plugin-Id}
 * @param version its {@code Plugin-Version}
 * @param provider its {@code Plugin-Provider}, or empty text
 * @param description its {@code Plugin-Description}, or empty text
 * @param file the jar it came from
 * @param loadedAt when it was loaded
 * @param distributions what it contributes, at least one
 */
public record LoadedPlugin(
        String id,
        String version,
        String provider,
        String description,
        Path file,
        Instant loadedAt,
        List<LoadedDistribution> distributions) {

    /** Checks that nothing is null and copies the list. */
    public LoadedPlugin {
        requireNonNull(id, "id is null");
        requireNonNull(version, "version is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(description, "description is null");
        requireNonNull(file, "file is null");
        requireNonNull(loadedAt, "loadedAt is null");
        distributions = List.copyOf(distributions);
    }

    /** {@return every release it serves, in a stable order} */
    public List<Release> releases() {
        return distributions.stream()
                .flatMap(distribution -> distribution.releases().stream().map(key -> new Release(key, distribution)))
                .toList();
    }
}
