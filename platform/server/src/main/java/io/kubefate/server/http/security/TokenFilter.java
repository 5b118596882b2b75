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

/** Refuses requests without a valid token, and those of other sites that use the cookie. */
@Priority(Priorities.AUTHENTICATION)
final class TokenFilter implements ContainerRequestFilter {

    private final Tokens tokens;
    private final JwtAuthFilter<User> filter;

    TokenFilter(Tokens tokens) {
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.filter = new JwtAuthFilter.Builder<User>()
                .setJwtConsumer(tokens.consumer())
                .setCookieName(PresentedToken.COOKIE)
                .setRealm("gin jwt")
                .setPrefix(PresentedToken.PREFIX)
                .setAuthenticator(Tokens::user)
                .buildAuthFilter();
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Optional<PresentedToken> presented = presented(request);
        if (presented.isEmpty()) {
            request.abortWith(Unauthorized.response("cookie token is empty"));
            return;
        }
        PresentedToken token = presented.get();
        if (token.fromCookie() && !OwnPages.mayUseCookie(request)) {
            request.abortWith(Forbidden.response(
                    "pages of another site may not use the cookie: send the token in the header Authorization"));
            return;
        }
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, PresentedToken.PREFIX + " " + token.text());
        try {
            filter.filter(request);
        } catch (WebApplicationException e) {
            request.abortWith(Unauthorized.response(tokens.refusal(token.text())));
        }
    }

    private static Optional<PresentedToken> presented(ContainerRequestContext request) {
        return PresentedToken.find(
                request.getHeaderString(HttpHeaders.AUTHORIZATION),
                () -> Optional.ofNullable(
                        request.getUriInfo().getQueryParameters().getFirst(PresentedToken.PARAMETER)),
                () -> Optional.ofNullable(request.getCookies().get(PresentedToken.COOKIE))
                        .map(Cookie::getValue));
    }
}
