package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.kubefate.server.plugin.jar.PluginManifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plugin that is in use.
 *
 * @param manifest what its jar says
 * @param signer the subject of the certificate that signed its jar, if signatures are asked for
 * @param file the jar it came from
 * @param loadedAt when it was loaded
 * @param distributions what it contributes, at least one
 */
public record LoadedPlugin(
        PluginManifest manifest,
        Optional<String> signer,
        Path file,
        Instant loadedAt,
        List<LoadedDistribution> distributions) {

    /** Checks that nothing is null and copies the list. */
    public LoadedPlugin {
        requireNonNull(manifest, "manifest is null");
        requireNonNull(signer, "signer is null");
        requireNonNull(file, "file is null");
        requireNonNull(loadedAt, "loadedAt is null");
        distributions = List.copyOf(distributions);
    }

    /** {@return its id} */
    public String id() {
        return manifest.id();
    }

    /** {@return its version} */
    public String version() {
        return manifest.version();
    }

    /** {@return who made it, or empty text} */
    public String provider() {
        return manifest.provider();
    }

    /** {@return what it says of itself, or empty text} */
    public String description() {
        return manifest.description();
    }

    /** {@return every release it serves, in a stable order} */
    public List<Release> releases() {
        return distributions.stream()
                .flatMap(distribution -> distribution.releases().stream().map(key -> new Release(key, distribution)))
                .toList();
    }

    /** {@return for example {@code fate-1.5 3.0.0, which serves fate v1.5.0 (eggroll)}} */
    @Override
    public String toString() {
        String served =
                releases().stream().map(release -> release.key().toString()).collect(joining(", "));
        return id() + " " + version() + ", which serves " + served;
    }
}
