package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.http.security.Authentication;
import io.kubefate.server.http.security.ClientScheme;
import io.kubefate.server.http.security.LoginFailedException;
import io.kubefate.server.http.security.LoginFailedException.Reason;
import io.kubefate.server.http.security.OidcLogin;
import io.kubefate.server.http.security.Renewal;
import io.kubefate.server.http.security.SessionCookie;
import io.kubefate.server.http.security.User;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The sessions of users of the identity provider in browsers. Their cookie has the ID token. */
public final class OidcSessions {

    private static final String CALLBACK = "/v1/user/session/oidc/callback";

    /** Browsers keep cookies of 4096 bytes with their names. */
    private static final int MAX_COOKIE = 4000;

    private final OidcLogin login;
    private final Authentication authentication;
    private final SessionCookie cookie;
    private final ClientScheme scheme;

    public OidcSessions(OidcLogin login, Authentication authentication, SessionCookie cookie, ClientScheme scheme) {
        this.login = requireNonNull(login, "login is null");
        this.authentication = requireNonNull(authentication, "authentication is null");
        this.cookie = requireNonNull(cookie, "cookie is null");
        this.scheme = requireNonNull(scheme, "scheme is null");
    }

    /** A session that has begun. */
    record Begun(User user, String target) {}

    /** {@return the page of the identity provider where the user logs in} */
    String login(String target, HttpServletRequest request, HttpServletResponse response) throws LoginFailedException {
        String service = login.serviceUrl().orElseGet(() -> scheme.origin(request));
        OidcLogin.Begun begun = login.begin(service + CALLBACK, target);
        response.addCookie(cookie.pending(begun.sealed(), isSecure(request)));
        return begun.page();
    }

    Begun begin(OidcLogin.Returned returned, HttpServletRequest request, HttpServletResponse response)
            throws LoginFailedException {
        response.addCookie(cookie.pending("", isSecure(request)));
        OidcLogin.Completed completed =
                login.complete(returned, kept(request, SessionCookie.PENDING).orElse(""));
        User user = accepted(completed.idToken());
        keep(user, completed.idToken(), completed.renewal(), request, response);
        return new Begun(user, completed.target());
    }

    User renew(User user, HttpServletRequest request, HttpServletResponse response) throws LoginFailedException {
        OidcLogin.Renewed renewed =
                login.renew(kept(request, SessionCookie.REFRESH).orElse(""));
        User same = accepted(renewed.idToken());
        if (!same.name().equals(user.name())) {
            throw new LoginFailedException(Reason.REFUSED, "the renewed session is that of another user");
        }
        keep(same, renewed.idToken(), renewed.renewal(), request, response);
        return same;
    }

    private User accepted(String idToken) throws LoginFailedException {
        if (idToken.length() > MAX_COOKIE) {
            throw new LoginFailedException(
                    Reason.TOO_LARGE, "the ID token has " + idToken.length() + " bytes; have it contain fewer groups");
        }
        return authentication
                .user(idToken)
                .orElseThrow(() -> new LoginFailedException(Reason.REFUSED, "the ID token is not accepted"));
    }

    private void keep(
            User user,
            String idToken,
            Renewal.Sealed renewal,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean secure = isSecure(request);
        response.addCookie(cookie.of(idToken, user.token().expiresAt(), secure));
        String sealed = renewal.text().length() > MAX_COOKIE ? "" : renewal.text();
        response.addCookie(cookie.refresh(sealed, renewal.end(), secure));
    }

    private boolean isSecure(HttpServletRequest request) {
        return scheme.isHttps(request)
                || login.serviceUrl().filter(url -> url.startsWith("https:")).isPresent();
    }

    private static Optional<String> kept(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
