package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.kubefate.server.plugin.jar.PluginManifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A loaded plugin.
 *
 * @param manifest the manifest of the jar
 * @param signer the subject of the certificate that signed the jar, if signatures are required
 * @param file the jar
 * @param loadedAt when it was loaded
 * @param distributions its distributions, at least one
 */
public record LoadedPlugin(
        PluginManifest manifest,
        Optional<String> signer,
        Path file,
        Instant loadedAt,
        List<LoadedDistribution> distributions) {

    public LoadedPlugin {
        requireNonNull(manifest, "manifest is null");
        requireNonNull(signer, "signer is null");
        requireNonNull(file, "file is null");
        requireNonNull(loadedAt, "loadedAt is null");
        distributions = List.copyOf(distributions);
    }

    public String id() {
        return manifest.id();
    }

    public String version() {
        return manifest.version();
    }

    /** Returns the provider, or empty text. */
    public String provider() {
        return manifest.provider();
    }

    /** Returns the description, or empty text. */
    public String description() {
        return manifest.description();
    }

    /** Returns all releases of the plugin in a stable order. */
    public List<Release> releases() {
        return distributions.stream()
                .flatMap(distribution -> distribution.releases().stream().map(key -> new Release(key, distribution)))
                .toList();
    }

    /** Returns for example {@code fate-1.5 3.0.0, which serves fate v1.5.0 (eggroll)}. */
    @Override
    public String toString() {
        String served =
                releases().stream().map(release -> release.key().toString()).collect(joining(", "));
        return id() + " " + version() + ", which serves " + served;
    }
}
