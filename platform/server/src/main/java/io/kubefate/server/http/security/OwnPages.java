package io.kubefate.server.http.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may be authenticated by the cookie. Browsers send the cookie with the requests of every page, so a page of
 * another site could change clusters with it; other tokens a page must know itself.
 *
 * <p>Browsers name the site of the page in {@code Sec-Fetch-Site}, which no page can set, but over http only for this machine. Otherwise,
 * {@code Origin} names it.
 */
final class OwnPages {

    static final String REFUSAL =
            "pages of another site may not use the cookie: send the token in the header Authorization";

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SITE = "Sec-Fetch-Site";
    private static final String ORIGIN = "Origin";
    private static final String OWN = "same-origin";

    /** The user has entered the address. */
    private static final String NO_PAGE = "none";

    private OwnPages() {}

    /**
     * Returns whether the request comes from a page of this service, or only reads and comes from no page of another site. A WebSocket can
     * run commands.
     */
    static boolean mayUseCookie(ContainerRequestContext request) {
        boolean socket = "websocket".equalsIgnoreCase(request.getHeaderString("Upgrade"));
        boolean reads = READING.contains(request.getMethod()) && !socket;
        return reads ? !isForeign(request) : isOwn(request);
    }

    /** Returns whether the browser names the page of another site. */
    static boolean isForeign(ContainerRequestContext request) {
        String site = request.getHeaderString(SITE);
        boolean named = site != null || request.getHeaderString(ORIGIN) != null;
        return named && !NO_PAGE.equals(site) && !isOwn(request);
    }

    private static boolean isOwn(ContainerRequestContext request) {
        String site = request.getHeaderString(SITE);
        return site == null
                ? isOwn(request.getHeaderString(ORIGIN), request.getHeaderString(HttpHeaders.HOST))
                : OWN.equals(site);
    }

    /** The scheme may differ: a proxy in front of the service can have decrypted the request. */
    static boolean isOwn(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
