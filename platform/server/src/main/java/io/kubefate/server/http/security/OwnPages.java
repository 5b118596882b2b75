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
 */
final class OwnPages {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private OwnPages() {}

    /** Returns whether the request only reads, or comes from a page of this service. A WebSocket can run commands. */
    static boolean mayUseCookie(ContainerRequestContext request) {
        boolean socket = "websocket".equalsIgnoreCase(request.getHeaderString("Upgrade"));
        boolean reads = READING.contains(request.getMethod()) && !socket;
        return reads || isOwn(request.getHeaderString("Origin"), request.getHeaderString(HttpHeaders.HOST));
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
