package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where plugins come from and which are accepted.
 *
 * @param directory a jar that is put there is installed; {@code plugins} if nothing is given
 * @param cache where this service alone keeps the installed jars; {@code data/plugins} if nothing is given
 * @param pollInterval how often the database and the directory are looked at; 2 s if nothing is given
 * @param maxSize the size of the largest jar; 64 MiB if nothing is given
 * @param trustedCertificates a PEM file; if it is given, only jars that one of its certificates, or one issued by these, signed
 *     are loaded
 */
public record PluginsConfiguration(
        Path directory,
        Path cache,

        @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
        Duration pollInterval,

        @MinDataSize(1024) DataSize maxSize,
        Optional<Path> trustedCertificates) {

    /** Fills in what is not given. */
    public PluginsConfiguration(
            @Nullable Path directory,
            @Nullable Path cache,
            @Nullable Duration pollInterval,
            @Nullable DataSize maxSize,
            Optional<Path> trustedCertificates) {
        this.directory = Objects.requireNonNullElse(directory, Path.of("plugins"));
        this.cache = Objects.requireNonNullElse(cache, Path.of("data/plugins"));
        this.pollInterval = Objects.requireNonNullElse(pollInterval, Duration.seconds(2));
        this.maxSize = Objects.requireNonNullElse(maxSize, DataSize.mebibytes(64));
        // An environment variable that is not set becomes empty text.
        this.trustedCertificates = requireNonNull(trustedCertificates, "trustedCertificates is null")
                .filter(file -> !file.toString().isEmpty());
    }
}
