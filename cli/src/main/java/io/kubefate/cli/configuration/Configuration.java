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
 * @param logLevel {@code log.level}; {@code debug} and {@code trace} print requests and stack traces
 * @param username {@code user.username}
 * @param password {@code user.password}
 * @param serviceUrl {@code serviceurl}: host and optional port; a scheme and a path are accepted
 * @param safeConnect {@code safeconnect}: {@code true} for HTTPS
 */
public record Configuration(
        Setting logLevel, Setting username, Setting password, Setting serviceUrl, Setting safeConnect) {

    private static final Set<String> VERBOSE_LEVELS = Set.of("debug", "trace");

    public Configuration {
        requireNonNull(logLevel, "logLevel is null");
        requireNonNull(username, "username is null");
        requireNonNull(password, "password is null");
        requireNonNull(serviceUrl, "serviceUrl is null");
        requireNonNull(safeConnect, "safeConnect is null");
    }

    /** {@return whether to print requests and stack traces} */
    public boolean verbose() {
        return VERBOSE_LEVELS.contains(logLevel.value().toLowerCase(Locale.ROOT));
    }

    /**
     * The service's address.
     *
     * @return an http or https URL that ends with a slash
     * @throws CommandException if {@code serviceurl} or {@code safeconnect} is invalid
     */
    public URI service() {
        String address = serviceUrl.value().trim();
        boolean httpsGiven = address.regionMatches(true, 0, "https://", 0, 8);
        String scheme = httpsGiven || secure() ? "https" : "http";
        String rest = address.replaceFirst("(?i)^https?://", "").replaceFirst("/+$", "");
        try {
            URI uri = new URI(scheme + "://" + rest + "/");
            if (isAddress(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // reported below
        }
        throw new CommandException("invalid serviceurl " + serviceUrl.quoted()
                + ": use a host and an optional port, for example example.com:8080");
    }

    private static boolean isAddress(URI uri) {
        boolean otherScheme = uri.getPath().startsWith("//"); // what remains of ftp://host
        return uri.getHost() != null && !otherScheme && uri.getQuery() == null && uri.getFragment() == null;
    }

    private boolean secure() {
        return switch (safeConnect.value().trim().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default ->
                throw new CommandException("invalid safeconnect " + safeConnect.quoted() + ": use true or false");
        };
    }
}
