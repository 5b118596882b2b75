package io.kubefate.server.http;

import com.github.toastshaman.dropwizard.auth.jwt.JwtAuthFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * Lets a request pass that carries a good token: in the header {@code Authorization: Bearer}, else in the query parameter {@code
 * token}, else in the cookie {@code jwt}. Says why in the words that existing clients know.
 */
@Priority(Priorities.AUTHENTICATION)
final class TokenFilter implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final JwtConsumer consumer;
    private final JwtAuthFilter<User> filter;

    TokenFilter(Tokens tokens) {
        this.consumer = tokens.consumer();
        this.filter = new JwtAuthFilter.Builder<User>()
                .setJwtConsumer(consumer)
                .setRealm("gin jwt")
                .setPrefix("Bearer")
                .setAuthenticator(TokenFilter::user)
                .buildAuthFilter();
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String token = token(request).orElseThrow(() -> refused("cookie token is empty"));
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, SCHEME + token);
        try {
            filter.filter(request);
        } catch (WebApplicationException e) {
            throw refused(reason(token));
        }
    }

    private static Optional<String> token(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(SCHEME)) {
            return Optional.of(header.substring(SCHEME.length()).strip()).filter(text -> !text.isEmpty());
        }
        String parameter = request.getUriInfo().getQueryParameters().getFirst("token");
        if (parameter != null && !parameter.isEmpty()) {
            return Optional.of(parameter);
        }
        return Optional.ofNullable(request.getCookies().get("jwt")).map(Cookie::getValue);
    }

    private static Optional<User> user(JwtContext token) {
        try {
            return Optional.ofNullable(token.getJwtClaims().getStringClaimValue(Tokens.USER))
                    .filter(name -> !name.isEmpty())
                    .map(User::new);
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private String reason(String token) {
        try {
            consumer.process(token);
            return "token names no user";
        } catch (InvalidJwtException e) {
            return e.hasExpired() ? "Token is expired" : "signature is invalid";
        }
    }

    static WebApplicationException refused(String message) {
        return new WebApplicationException(Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "JWT realm=gin jwt")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("code", 401, "message", message))
                .build());
    }
}
