package io.kubefate.server.configuration;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings for image registries.
 *
 * @param insecure the registries that may be used over http if https is not available, as comma-separated hosts with optional
 *     ports; default none
 */
public record RegistriesConfiguration(String insecure) {

    /** Sets the defaults. */
    public RegistriesConfiguration(@Nullable String insecure) {
        this.insecure = Objects.requireNonNullElse(insecure, "");
    }

    /** Returns the hosts of {@link #insecure}. */
    public Set<String> insecureHosts() {
        return Arrays.stream(insecure.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(toUnmodifiableSet());
    }
}
