package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The token that a request presents. It is looked for in the header {@code Authorization: Bearer …}, then in the query parameter
 * {@code token}, then in the cookie {@code jwt}.
 *
 * @param text not verified yet
 * @param fromCookie whether the browser sent it by itself, whichever page made the request
 */
record PresentedToken(String text, boolean fromCookie) {

    static final String PREFIX = "Bearer";
    static final String PARAMETER = "token";
    static final String COOKIE = "jwt";

    PresentedToken {
        requireNonNull(text, "text is null");
    }

    /**
     * Finds the token of a request.
     *
     * @param authorization the header
     * @param query returns the query parameter {@link #PARAMETER}
     * @param cookie returns the cookie {@link #COOKIE}
     */
    static Optional<PresentedToken> find(
            @Nullable String authorization, Supplier<Optional<String>> query, Supplier<Optional<String>> cookie) {
        return bearer(authorization)
                .or(query)
                .map(text -> new PresentedToken(text, false))
                .or(() -> cookie.get().map(text -> new PresentedToken(text, true)))
                .filter(token -> !token.text.isBlank());
    }

    /** Finds the token of a request that has reached the resources. */
    static Optional<PresentedToken> of(ContainerRequestContext request) {
        return find(
                request.getHeaderString(HttpHeaders.AUTHORIZATION),
                () -> Optional.ofNullable(
                        request.getUriInfo().getQueryParameters().getFirst(PARAMETER)),
                () -> Optional.ofNullable(request.getCookies().get(COOKIE)).map(Cookie::getValue));
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.regionMatches(true, 0, PREFIX + " ", 0, PREFIX.length() + 1))
                .map(value -> value.substring(PREFIX.length() + 1).strip())
                .filter(token -> !token.isEmpty());
    }
}
