package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import com.github.toastshaman.dropwizard.auth.jwt.JwtAuthFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;

/**
 * Refuses requests without a valid token. It looks for the token in the header {@code Authorization: Bearer …}, then in the query
 * parameter {@code token}, then in the cookie {@code jwt}.
 */
@Priority(Priorities.AUTHENTICATION)
final class TokenFilter implements ContainerRequestFilter {

    private static final String PREFIX = "Bearer";
    private static final String COOKIE = "jwt";

    private final Tokens tokens;
    private final JwtAuthFilter<User> filter;

    TokenFilter(Tokens tokens) {
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.filter = new JwtAuthFilter.Builder<User>()
                .setJwtConsumer(tokens.consumer())
                .setCookieName(COOKIE)
                .setRealm("gin jwt")
                .setPrefix(PREFIX)
                .setAuthenticator(Tokens::user)
                .buildAuthFilter();
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            request.abortWith(Unauthorized.response("cookie token is empty"));
            return;
        }
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, PREFIX + " " + token.get());
        try {
            filter.filter(request);
        } catch (WebApplicationException e) {
            request.abortWith(Unauthorized.response(tokens.refusal(token.get())));
        }
    }

    private static Optional<String> token(ContainerRequestContext request) {
        return header(request)
                .or(() -> Optional.ofNullable(
                        request.getUriInfo().getQueryParameters().getFirst("token")))
                .or(() -> Optional.ofNullable(request.getCookies().get(COOKIE)).map(Cookie::getValue))
                .filter(token -> !token.isBlank());
    }

    private static Optional<String> header(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, PREFIX + " ", 0, PREFIX.length() + 1))
                .map(value -> value.substring(PREFIX.length() + 1).strip())
                .filter(token -> !token.isEmpty());
    }
}
