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
 * @param listed the registries that can have any address and whose failures are explained to users, in the same format;
 *     default none
 */
public record RegistriesConfiguration(String insecure, String listed) {

    /** Sets the defaults. */
    public RegistriesConfiguration(@Nullable String insecure, @Nullable String listed) {
        this.insecure = Objects.requireNonNullElse(insecure, "");
        this.listed = Objects.requireNonNullElse(listed, "");
    }

    /** Returns the hosts of {@link #insecure}. */
    public Set<String> insecureHosts() {
        return hosts(insecure);
    }

    /** Returns the hosts of {@link #listed}. */
    public Set<String> listedHosts() {
        return hosts(listed);
    }

    private static Set<String> hosts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(toUnmodifiableSet());
    }
}
