package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The settings of the command line; the keys and variables are those of KubeFATE's {@code config.yaml}.
 *
 * @param logLevel {@code log.level}; from {@code debug} down requests and stack traces are shown
 * @param username {@code user.username}
 * @param password {@code user.password}
 * @param serviceUrl {@code serviceurl}: host and optional port; a scheme and a path are accepted
 * @param safeConnect {@code safeconnect}: {@code true} for HTTPS
 */
public record Configuration(
        Setting logLevel, Setting username, Setting password, Setting serviceUrl, Setting safeConnect) {

    private static final Set<String> VERBOSE_LEVELS = Set.of("debug", "trace");

    /** Checks that nothing is null. */
    public Configuration {
        requireNonNull(logLevel, "logLevel is null");
        requireNonNull(username, "username is null");
        requireNonNull(password, "password is null");
        requireNonNull(serviceUrl, "serviceUrl is null");
        requireNonNull(safeConnect, "safeConnect is null");
    }

    /** {@return whether requests and stack traces are to be shown} */
    public boolean verbose() {
        return VERBOSE_LEVELS.contains(logLevel.value().toLowerCase(Locale.ROOT));
    }

    /**
     * The service's address.
     *
     * @return an http or https URL that ends with a slash
     * @throws CommandException if {@code serviceurl} or {@code safeconnect} cannot be understood
     */
    public URI service() {
        String address = serviceUrl.value().trim();
        boolean httpsGiven = address.regionMatches(true, 0, "https://", 0, 8);
        String scheme = httpsGiven || secure() ? "https" : "http";
        String rest = address.replaceFirst("(?i)^https?://", "").replaceFirst("/+$", "");
        try {
            return checked(new URI(scheme + "://" + rest + "/"));
        } catch (URISyntaxException e) {
            throw badAddress(e);
        }
    }

    private URI checked(URI uri) {
        boolean otherScheme = uri.getPath().startsWith("//"); // the rest of ftp://host
        if (uri.getHost() == null || otherScheme || uri.getQuery() != null || uri.getFragment() != null) {
            throw badAddress(null);
        }
        return uri;
    }

    private boolean secure() {
        return switch (safeConnect.value().trim().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default ->
                throw new CommandException("safeconnect \"" + safeConnect.value() + "\" (from " + safeConnect.source()
                        + ") is neither true nor false");
        };
    }

    private CommandException badAddress(URISyntaxException cause) {
        return new CommandException(
                "serviceurl \"" + serviceUrl.value() + "\" (from " + serviceUrl.source()
                        + ") is no address; write a host and optionally a port, for example example.com:8080",
                cause);
    }
}
