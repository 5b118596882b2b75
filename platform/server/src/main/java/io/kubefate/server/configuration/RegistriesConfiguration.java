package io.kubefate.server.configuration;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The image registries.
 *
 * @param insecure the registries that may be used over http if https is not available: {@code host} or {@code host:port}, separated by commas
 * @param listed the registries that can have any address, also one of this machine, and whose failures are explained to users, in the same
 *     format
 */
@SelfValidating
public record RegistriesConfiguration(String insecure, String listed) {

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    /** Sets the defaults. */
    public RegistriesConfiguration(@Nullable String insecure, @Nullable String listed) {
        this.insecure = Objects.requireNonNullElse(insecure, "");
        this.listed = Objects.requireNonNullElse(listed, "");
    }

    @SelfValidation
    public void validate(ViolationCollector violations) {
        validate("insecure", insecureHosts(), violations);
        validate("listed", listedHosts(), violations);
    }

    private static void validate(String setting, Set<String> hosts, ViolationCollector violations) {
        if (!hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
            violations.addViolation(setting, "use a comma-separated list of host or host:port, without http://");
        }
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
