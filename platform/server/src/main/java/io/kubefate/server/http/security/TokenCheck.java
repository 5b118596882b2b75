package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Returns whether a request has a valid token, before its body is received. {@link TokenFilter} rejects it if not. */
public final class TokenCheck implements Predicate<Request> {

    private final Authentication authentication;

    public TokenCheck(Authentication authentication) {
        this.authentication = requireNonNull(authentication, "authentication is null");
    }

    @Override
    public boolean test(Request request) {
        return PresentedToken.find(
                        request.getHeaders().get(HttpHeader.AUTHORIZATION), () -> query(request), () -> cookie(request))
                .filter(token -> authentication.user(token.text()).isPresent())
                .isPresent();
    }

    private static Optional<String> query(Request request) {
        try {
            return Optional.ofNullable(Request.extractQueryParameters(request).getValue(PresentedToken.PARAMETER));
        } catch (RuntimeException e) {
            return Optional.empty(); // an invalid query, which the resource rejects
        }
    }

    private static Optional<String> cookie(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(PresentedToken.COOKIE))
                .map(HttpCookie::getValue)
                .findFirst();
    }
}
