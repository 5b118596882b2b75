package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The plugins, one for each FATE release.
 *
 * @param directory the folder whose jars the service installs
 * @param cache the folder for copies of the installed jars, for this service only
 * @param pollInterval how often the service looks for plugins in the database and in the folder
 * @param maxSize the maximum size of a jar
 * @param trustedCertificates a PEM file; if set, only jars are loaded that are signed with one of these certificates or with one that
 *     they issued
 */
@SelfValidating
public record PluginsConfiguration(
        Path directory,
        Path cache,

        @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
        Duration pollInterval,

        @MinDataSize(1024) DataSize maxSize,
        Optional<Path> trustedCertificates) {

    /** Sets the defaults. */
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
        // An unset environment variable becomes empty text.
        this.trustedCertificates = requireNonNull(trustedCertificates, "trustedCertificates is null")
                .filter(file -> !file.toString().isEmpty());
    }

    @SelfValidation
    public void validate(ViolationCollector violations) {
        if (trustedCertificates.filter(file -> !Files.isReadable(file)).isPresent()) {
            violations.addViolation("trustedCertificates", "this file does not exist, or the service may not read it");
        }
    }
}
