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
import java.util.function.Supplier;
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

    /** {@return the user of a token of the identity provider, if the token is accepted} */
    Optional<User> user(TokenReading token) {
        return token.valid().flatMap(this::user);
    }

    private Optional<User> user(AccessToken signed) {
        return user(known -> Optional.of(signed), Duration.ZERO);
    }

    /** {@return the user whose token a request presents, if the token was issued for this user, but is not accepted} */
    public static Optional<String> refusedUser(ContainerRequestContext request) {
        return request.getProperty(REFUSED_USER) instanceof String name ? Optional.of(name) : Optional.empty();
    }

    /**
     * Notes the user of a token of a session, or of an API token, that is not accepted.
     *
     * @return why it is not accepted, in the words that existing clients know
     */
    String refuse(String token, ContainerRequestContext request) {
        Optional<AccessToken> presented =
                ApiTokens.isApiToken(token) ? access.current().apiToken(ApiTokens.hash(token)) : tokens.read(token);
        return refuse(presented, () -> tokens.expired(token), () -> unreadable(token), request);
    }

    /** As {@link #refuse(String, ContainerRequestContext)}, for a token of the identity provider. */
    String refuse(TokenReading token, ContainerRequestContext request) {
        return refuse(token.valid(), token::expired, token::refusal, request);
    }

    private String refuse(
            Optional<AccessToken> presented,
            Supplier<Optional<AccessToken>> expired,
            Supplier<String> unreadable,
            ContainerRequestContext request) {
        presented
                .or(expired)
                .ifPresent(refused ->
                        request.setProperty(REFUSED_USER, refused.subject().user()));
        return presented
                .flatMap(refused -> access.current().refusal(refused, access.now()))
                .orElseGet(unreadable);
    }

    private String unreadable(String token) {
        return ApiTokens.isApiToken(token) ? "this token is unknown or revoked" : tokens.refusal(token);
    }

    /** Reads a token of the identity provider; empty for any other token. */
    Optional<TokenReading> readIssued(String token) {
        return ApiTokens.isApiToken(token)
                ? Optional.empty()
                : provider.filter(issuer -> issuer.issues(token)).map(issuer -> issuer.read(token));
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
        return readIssued(token).map(TokenReading::valid).orElseGet(() -> tokens.read(token));
    }
}
