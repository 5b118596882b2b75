package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The command line as a client of an OpenID Connect issuer.
 *
 * @param issuer its URL, as in its tokens
 * @param id of a public client, which has no secret
 */
public record OpenIdClient(URI issuer, String id) {

    /** The audience of tokens that the service requires by default. */
    public static final String DEFAULT_ID = "kubefate";

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public OpenIdClient {
        requireNonNull(issuer, "issuer is null");
        requireNonNull(id, "id is null");
    }

    /**
     * Reads a client.
     *
     * @param place where the issuer is configured, for messages
     * @throws CommandException if the issuer is not a URL
     */
    public static OpenIdClient of(String issuer, String id, String place) {
        try {
            URI uri = new URI(issuer);
            if (uri.getHost() != null && SCHEMES.contains(uri.getScheme())) {
                return new OpenIdClient(uri, id);
            }
        } catch (URISyntaxException e) {
            // reported below
        }
        throw new CommandException(place + ": invalid issuer " + issuer
                + "; use a URL, for example https://login.example.com/realms/fate");
    }

    /** {@return the address of the document that lists the endpoints of the issuer} */
    public URI discovery() {
        return URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }
}
