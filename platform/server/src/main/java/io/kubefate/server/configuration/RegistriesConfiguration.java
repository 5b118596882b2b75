package io.kubefate.server.configuration;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How registries of images are asked.
 *
 * @param insecure those that may be asked over http where there is no https: hosts, each with its port if it has one, with commas
 *     between them; none if nothing is given
 */
public record RegistriesConfiguration(String insecure) {

    /** Fills in what is not given. */
    public RegistriesConfiguration(@Nullable String insecure) {
        this.insecure = Objects.requireNonNullElse(insecure, "");
    }

    /** {@return the hosts} */
    public Set<String> insecureHosts() {
        return Arrays.stream(insecure.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(toUnmodifiableSet());
    }
}
