package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.http.security.LoginFailedException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Logs in users of an identity provider in a browser, by the authorization code flow with PKCE. What the service has to know when the
 * browser returns is encrypted in a cookie, so that any replica can complete the login.
 */
public final class OidcLogin {

    /** How long the user may take. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    /** Scopes that some providers need for the claims with the name and the groups. */
    private static final List<String> SCOPES = List.of("profile", "email", "groups");

    private final IdentityProvider provider;
    private final TokenEndpoint tokens;
    private final Seal pending;
    private final Renewal renewal;

    /**
     * Creates a login.
     *
     * @param signingKey the key of the service
     * @param maxSession how long after a login its session can be renewed
     */
    public OidcLogin(IdentityProvider provider, SecretKey signingKey, Duration maxSession, Clock clock) {
        this.provider = requireNonNull(provider, "provider is null");
        this.tokens = new TokenEndpoint(provider);
        this.pending = new Seal(signingKey, "oidc-login", clock);
        this.renewal = new Renewal(new Seal(signingKey, "oidc-refresh", clock), maxSession, clock);
    }

    /** {@return the address at which browsers reach the service, if it is configured} */
    public Optional<String> serviceUrl() {
        return provider.serviceUrl();
    }

    /**
     * A login that has begun.
     *
     * @param page of the identity provider
     * @param sealed what the browser keeps until it returns
     */
    public record Begun(String page, String sealed) {}

    /**
     * What the provider has the browser return.
     *
     * @param code empty if the login has failed
     * @param error why it has failed
     * @param issuer who answers (RFC 9207), if the provider says it
     */
    public record Returned(
            @Nullable String code,
            @Nullable String state,
            @Nullable String error,
            @Nullable String issuer) {}

    /**
     * A completed login.
     *
     * @param idToken of the user
     * @param renewal what the browser keeps to renew the session
     * @param target where the console continues
     */
    public record Completed(String idToken, Renewal.Sealed renewal, String target) {}

    /**
     * A renewed session.
     *
     * @param idToken of the user
     * @param renewal what the browser keeps to renew the session again
     */
    public record Renewed(String idToken, Renewal.Sealed renewal) {}

    /**
     * Begins a login.
     *
     * @param redirect the address to which the provider sends the browser back
     * @param target where the console continues
     */
    public Begun begin(String redirect, String target) throws LoginFailedException {
        JsonNode metadata = tokens.metadata();
        String page = metadata.path("authorization_endpoint").asText();
        if (page.isEmpty()) {
            throw new LoginFailedException(Reason.UNAVAILABLE, "the issuer does not say where users log in");
        }
        PendingLogin login = PendingLogin.begin(redirect, ReturnPath.safe(target));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", provider.client().clientId());
        parameters.put("redirect_uri", redirect);
        parameters.put("scope", scope(metadata));
        parameters.put("state", login.state());
        parameters.put("nonce", login.nonce());
        parameters.put("code_challenge", login.challenge());
        parameters.put("code_challenge_method", "S256");
        return new Begun(page + (page.contains("?") ? "&" : "?") + TokenEndpoint.form(parameters), sealed(login));
    }

    /**
     * Completes a login.
     *
     * @param sealed what the browser has kept
     */
    public Completed complete(Returned returned, String sealed) throws LoginFailedException {
        PendingLogin login = open(sealed)
                .filter(begun -> returned.state() != null && begun.hasState(returned.state()))
                .orElseThrow(() -> new LoginFailedException(Reason.EXPIRED, "no such login has begun in this browser"));
        if (returned.issuer() != null
                && !returned.issuer().equals(provider.client().issuer())) {
            throw new LoginFailedException(Reason.REFUSED, "another issuer answers: " + returned.issuer());
        }
        if (returned.code() == null || returned.error() != null) {
            throw new LoginFailedException(Reason.DENIED, "the issuer answers " + returned.error());
        }
        JsonNode answer = tokens.request(Map.of(
                "grant_type", "authorization_code",
                "client_id", provider.client().clientId(),
                "code", returned.code(),
                "redirect_uri", login.redirect(),
                "code_verifier", login.verifier()));
        String idToken = answer.path("id_token").asText();
        if (!provider.hasNonce(idToken, login.nonce())) {
            throw new LoginFailedException(Reason.REFUSED, "the ID token is missing, or has another nonce");
        }
        return new Completed(verified(idToken), renewal.begin(refreshToken(answer)), login.target());
    }

    /**
     * Renews a session.
     *
     * @param sealed what the browser has kept
     */
    public Renewed renew(String sealed) throws LoginFailedException {
        Renewal.Token kept = renewal.open(sealed)
                .orElseThrow(() -> new LoginFailedException(Reason.EXPIRED, "the session cannot be renewed"));
        JsonNode answer = tokens.request(Map.of(
                "grant_type", "refresh_token",
                "client_id", provider.client().clientId(),
                "refresh_token", kept.text()));
        return new Renewed(
                verified(answer.path("id_token").asText()),
                renewal.sealed(refreshToken(answer).orElse(kept.text()), kept.end()));
    }

    private String verified(String idToken) throws LoginFailedException {
        TokenReading reading = provider.read(idToken);
        if (reading.valid().isEmpty()) {
            throw new LoginFailedException(Reason.REFUSED, "the ID token is refused: " + reading.refusal());
        }
        return idToken;
    }

    private static Optional<String> refreshToken(JsonNode answer) {
        return Optional.ofNullable(answer.get("refresh_token")).map(JsonNode::asText);
    }

    private static String scope(JsonNode metadata) {
        List<String> supported = StreamSupport.stream(
                        metadata.path("scopes_supported").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return Stream.concat(Stream.of("openid"), SCOPES.stream().filter(supported::contains))
                .collect(Collectors.joining(" "));
    }

    private String sealed(PendingLogin login) {
        return pending.seal(
                Map.of(
                        "state", login.state(),
                        "nonce", login.nonce(),
                        "verifier", login.verifier(),
                        "redirect", login.redirect(),
                        "target", login.target()),
                LIMIT);
    }

    private Optional<PendingLogin> open(String sealed) {
        return pending.open(sealed)
                .map(claims -> new PendingLogin(
                        Seal.text(claims, "state"),
                        Seal.text(claims, "nonce"),
                        Seal.text(claims, "verifier"),
                        Seal.text(claims, "redirect"),
                        Seal.text(claims, "target")));
    }
}
