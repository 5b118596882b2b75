package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.OidcClient;
import io.kubefate.server.service.identity.Access;
import io.kubefate.server.service.identity.AccessControl;
import io.kubefate.server.service.identity.AccessToken;
import io.kubefate.server.service.identity.ApiTokens;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * Finds the user of a token. A token is accepted only as long as its user exists and is enabled, and the token itself is neither expired
 * nor revoked.
 */
public final class Authentication {

    /** Anybody can send texts that look like API tokens, so they do not cause more frequent reads of the database. */
    private static final Duration API_TOKENS_AGE = Duration.ofMillis(500);

    /** The property of a request that has the user of a token that is not accepted. */
    private static final String REFUSED_USER = Authentication.class.getName() + ".refusedUser";

    private final Tokens tokens;
    private final Optional<IdentityProvider> provider;
    private final AccessControl access;

    /** @param provider issues tokens, too */
    public Authentication(Tokens tokens, Optional<IdentityProvider> provider, AccessControl access) {
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.provider = requireNonNull(provider, "provider is null");
        this.access = requireNonNull(access, "access is null");
    }

    /** {@return the issuer of session tokens} */
    public Tokens tokens() {
        return tokens;
    }

    /** {@return what a client needs to obtain a token of the identity provider; empty if there is none} */
    public Optional<OidcClient> oidcClient() {
        return provider.map(IdentityProvider::client);
    }

    /** {@return the user of a request, if it presents a token that is accepted} */
    public Optional<User> of(ContainerRequestContext request) {
        return PresentedToken.of(request)
                .filter(token -> !token.fromCookie() || OwnPages.mayUseCookie(request))
                .flatMap(token -> user(token.text()));
    }

    /** {@return the user of a token, if the token is accepted} */
    public Optional<User> user(String token) {
        return ApiTokens.isApiToken(token)
                ? user(known -> known.apiToken(ApiTokens.hash(token)), API_TOKENS_AGE)
                : signed(token).flatMap(this::user);
    }

    /** {@return the user of a token with a valid signature, if the token is accepted} */
    Optional<User> user(JwtContext session) {
        return tokens.verified(session).flatMap(this::user);
    }

    /** {@return the user of the token of a session that was verified before and is not expired, if it is still accepted} */
    Optional<User> knownUser(String token) {
        return tokens.known(token).flatMap(this::user);
    }

    private Optional<User> user(AccessToken signed) {
        return user(known -> Optional.of(signed), Duration.ZERO);
    }

    /** {@return the user whose token a request presents, if the token was issued for this user, but is not accepted} */
    public static Optional<String> refusedUser(ContainerRequestContext request) {
        return request.getProperty(REFUSED_USER) instanceof String name ? Optional.of(name) : Optional.empty();
    }

    /**
     * Notes the user of a token that is not accepted.
     *
     * @return why it is not accepted, in the words that existing clients know
     */
    String refuse(String token, ContainerRequestContext request) {
        Access known = access.current();
        Optional<AccessToken> presented =
                ApiTokens.isApiToken(token) ? known.apiToken(ApiTokens.hash(token)) : signed(token);
        presented
                .or(() -> expired(token))
                .ifPresent(refused ->
                        request.setProperty(REFUSED_USER, refused.subject().user()));
        return presented
                .flatMap(refused -> known.refusal(refused, access.now()))
                .orElseGet(() -> unreadable(token));
    }

    /** {@return whether a token is one of a session, or none at all} */
    boolean isSession(String token) {
        return !ApiTokens.isApiToken(token) && provider(token).isEmpty();
    }

    private Optional<AccessToken> expired(String token) {
        return provider(token).map(issuer -> issuer.expired(token)).orElseGet(() -> tokens.expired(token));
    }

    private String unreadable(String token) {
        if (ApiTokens.isApiToken(token)) {
            return "this token is unknown or revoked";
        }
        return provider(token).map(issuer -> issuer.refusal(token)).orElseGet(() -> tokens.refusal(token));
    }

    private Optional<IdentityProvider> provider(String token) {
        return provider.filter(issuer -> issuer.issues(token));
    }

    /** What this replica does not know yet, another one may have stored just now. */
    private Optional<User> user(Function<Access, Optional<AccessToken>> read, Duration maxAge) {
        Optional<User> user = accepted(read, access.current()).or(() -> accepted(read, access.recent(maxAge)));
        user.ifPresent(found -> access.used(found.token()));
        return user;
    }

    private Optional<User> accepted(Function<Access, Optional<AccessToken>> read, Access known) {
        return read.apply(known)
                .filter(token -> known.refusal(token, access.now()).isEmpty())
                .map(token -> new User(token, known));
    }

    /** {@return a token whose signature is valid, so that not everybody can cause a read of the database} */
    private Optional<AccessToken> signed(String token) {
        return provider(token).map(issuer -> issuer.read(token)).orElseGet(() -> tokens.read(token));
    }
}
