package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;

/** The cookie with the token of a session in a browser. No script can read it, and no page of another site can send it. */
public final class SessionCookie {

    private final ClientScheme scheme;
    private final Clock clock;

    public SessionCookie(ClientScheme scheme, Clock clock) {
        this.scheme = requireNonNull(scheme, "scheme is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** {@return a cookie that the browser keeps as long as its token is valid} */
    public Cookie of(Tokens.Token token, HttpServletRequest request) {
        return cookie(token.text(), Duration.between(clock.instant(), token.expiry()), request);
    }

    /** {@return a cookie that replaces the one of a session that has ended} */
    public Cookie ended(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private Cookie cookie(String value, Duration age, HttpServletRequest request) {
        Cookie cookie = new Cookie(PresentedToken.COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        cookie.setSecure(scheme.isHttps(request));
        cookie.setMaxAge((int) Math.max(0, age.toSeconds()));
        return cookie;
    }
}
