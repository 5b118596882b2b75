package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import com.github.toastshaman.dropwizard.auth.jwt.JwtAuthFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;

/** Refuses requests without a valid token, and those of other sites that use the cookie. */
@Priority(Priorities.AUTHENTICATION)
final class TokenFilter implements ContainerRequestFilter {

    private final Authentication authentication;
    private final JwtAuthFilter<User> filter;

    TokenFilter(Authentication authentication) {
        this.authentication = requireNonNull(authentication, "authentication is null");
        this.filter = new JwtAuthFilter.Builder<User>()
                .setJwtConsumer(authentication.tokens().consumer())
                .setCookieName(PresentedToken.COOKIE)
                .setRealm("gin jwt")
                .setPrefix(PresentedToken.PREFIX)
                .setAuthenticator(authentication::user)
                .buildAuthFilter();
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Optional<PresentedToken> presented = PresentedToken.of(request);
        if (presented.isEmpty()) {
            request.abortWith(Unauthorized.response("cookie token is empty"));
            return;
        }
        PresentedToken token = presented.get();
        if (token.fromCookie() && !OwnPages.mayUseCookie(request)) {
            request.abortWith(Forbidden.response(OwnPages.REFUSAL));
            return;
        }
        if (authentication.isSession(token.text())) {
            acceptSession(token.text(), request);
        } else {
            acceptOther(token.text(), request);
        }
    }

    private void acceptOther(String token, ContainerRequestContext request) {
        authentication.user(token).ifPresentOrElse(user -> accept(user, request), () -> refuse(token, request));
    }

    private static void accept(User user, ContainerRequestContext request) {
        request.setSecurityContext(
                new UserContext(user, request.getSecurityContext().isSecure()));
    }

    private void acceptSession(String token, ContainerRequestContext request) throws IOException {
        Optional<User> known = authentication.knownUser(token);
        if (known.isPresent()) {
            accept(known.get(), request);
            return;
        }
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, PresentedToken.PREFIX + " " + token);
        try {
            filter.filter(request);
        } catch (WebApplicationException e) {
            refuse(token, request);
        }
    }

    private void refuse(String token, ContainerRequestContext request) {
        request.abortWith(Unauthorized.response(authentication.refuse(token, request)));
    }
}
