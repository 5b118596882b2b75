package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The cookies of a session in a browser. No script can read them, and no page of another site can send them; the identity provider can
 * have the browser return with the one of a pending login.
 */
public final class SessionCookie {

    /** The cookie with the sealed {@link PendingLogin}. */
    public static final String PENDING = "oidc-login";

    /** The cookie with the sealed refresh token of the identity provider. */
    public static final String REFRESH = "oidc-refresh";

    private static final String PATH = "/v1/user/session";
    private static final String SAME_SITE = "SameSite";

    private final Clock clock;

    public SessionCookie(Clock clock) {
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Returns a cookie that the browser keeps as long as its token is valid.
     *
     * @param secure whether the browser uses https
     */
    public Cookie of(String token, Instant expiry, boolean secure) {
        return cookie(PresentedToken.COOKIE, token, Duration.between(clock.instant(), expiry), "/", secure);
    }

    /** {@return a cookie that replaces the one of a session that has ended} */
    public Cookie ended(boolean secure) {
        return cookie(PresentedToken.COOKIE, "", Duration.ZERO, "/", secure);
    }

    /** {@return a cookie that the browser keeps while its user logs in; empty text removes it} */
    public Cookie pending(String sealed, boolean secure) {
        Cookie cookie = cookie(PENDING, sealed, sealed.isEmpty() ? Duration.ZERO : OidcLogin.LIMIT, PATH, secure);
        cookie.setAttribute(SAME_SITE, "Lax");
        return cookie;
    }

    /** {@return a cookie for the renewal of a session at the identity provider; empty text removes it} */
    public Cookie refresh(String sealed, Instant end, boolean secure) {
        Duration age = sealed.isEmpty() ? Duration.ZERO : Duration.between(clock.instant(), end);
        return cookie(REFRESH, sealed, age, PATH, secure);
    }

    private static Cookie cookie(String name, String value, Duration age, String path, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setHttpOnly(true);
        cookie.setAttribute(SAME_SITE, "Strict");
        cookie.setSecure(secure);
        cookie.setMaxAge((int) Math.max(0, age.toSeconds()));
        return cookie;
    }
}
