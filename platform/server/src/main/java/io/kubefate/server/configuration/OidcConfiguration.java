package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect issuer whose tokens are accepted.
 *
 * @param issuer its URL, exactly as in its tokens; by default none
 * @param audience what the tokens must be issued for
 * @param clientId the public client with which the command line and the console log in; by default the audience, because that of an ID token is its client
 * @param serviceUrl the address at which browsers reach this service, for example {@code https://kubefate.net}, to which the issuer sends
 *     them back after a login in the console; by default that of the request
 * @param usernameClaim the claim with the name of the user, who is called {@code oidc:NAME}
 * @param groupsClaim the claim with a list of groups
 */
@SelfValidating
public record OidcConfiguration(
        Optional<String> issuer,
        String audience,
        String clientId,
        Optional<String> serviceUrl,
        String usernameClaim,
        String groupsClaim) {

    /** Sets the defaults. */
    public OidcConfiguration(
            Optional<String> issuer,
            @Nullable String audience,
            @Nullable String clientId,
            Optional<String> serviceUrl,
            @Nullable String usernameClaim,
            @Nullable String groupsClaim) {
        this.issuer = requireNonNull(issuer, "issuer is null").filter(text -> !text.isBlank());
        this.audience = orDefault(audience, "kubefate");
        this.clientId = orDefault(clientId, this.audience);
        this.serviceUrl = requireNonNull(serviceUrl, "serviceUrl is null")
                .filter(text -> !text.isBlank())
                .map(text -> text.replaceFirst("/$", ""));
        this.usernameClaim = orDefault(usernameClaim, "sub");
        this.groupsClaim = orDefault(groupsClaim, "groups");
    }

    @SelfValidation
    public void validate(ViolationCollector violations) {
        if (issuer.filter(url -> !isUrl(url)).isPresent()) {
            violations.addViolation("issuer", "not a URL like https://login.example.com/realms/fate");
        }
        if (serviceUrl.filter(url -> !isUrl(url)).isPresent()) {
            violations.addViolation("serviceUrl", "not a URL like https://kubefate.net");
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String orDefault(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
