package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import com.github.toastshaman.dropwizard.auth.jwt.JwtAuthFilter;
import io.kubefate.server.service.identity.ApiTokens;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

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
        accept(token.text(), request);
    }

    /** A token of the identity provider is read once only, because that can take a while. */
    private void accept(String token, ContainerRequestContext request) throws IOException {
        Optional<TokenReading> issued = authentication.readIssued(token);
        if (issued.isPresent()) {
            Optional<User> user = authentication.user(issued.get());
            accept(user, () -> authentication.refuse(issued.get(), request), request);
        } else if (ApiTokens.isApiToken(token)) {
            accept(authentication.user(token), () -> authentication.refuse(token, request), request);
        } else {
            acceptSession(token, request);
        }
    }

    private static void accept(Optional<User> user, Supplier<String> refusal, ContainerRequestContext request) {
        user.ifPresentOrElse(found -> accept(found, request), () -> refuse(refusal.get(), request));
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
            refuse(authentication.refuse(token, request), request);
        }
    }

    private static void refuse(String reason, ContainerRequestContext request) {
        request.abortWith(Unauthorized.response(reason));
    }
}
