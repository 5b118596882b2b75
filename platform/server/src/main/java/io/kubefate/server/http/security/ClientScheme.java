package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds whether a client uses https, although a proxy in front of the service can have decrypted its request. */
public final class ClientScheme {

    private static final String HTTPS = "https";

    private final Predicate<InetAddress> trusted;

    /**
     * Trusts some proxies.
     *
     * @param trusted whether an address belongs to a proxy whose header {@code X-Forwarded-Proto} is correct
     */
    public ClientScheme(Predicate<InetAddress> trusted) {
        this.trusted = requireNonNull(trusted, "trusted is null");
    }

    /** {@return whether a browser reaches the service with https; the pages of the console then have such an {@code Origin}} */
    public boolean isHttps(HttpServletRequest request) {
        return request.isSecure()
                || isHttps(
                        request.getHeader("Origin"),
                        request.getRemoteAddr(),
                        Collections.list(request.getHeaders("X-Forwarded-Proto")));
    }

    /** {@return the address of the service as the browser has it} */
    public String origin(HttpServletRequest request) {
        return (isHttps(request) ? HTTPS : "http") + "://" + request.getHeader("Host");
    }

    boolean isHttps(@Nullable String origin, String peer, List<String> forwardedProto) {
        boolean ofPage = origin != null && origin.regionMatches(true, 0, HTTPS + "://", 0, HTTPS.length() + 3);
        return ofPage || isTrusted(peer) && isHttps(forwardedProto);
    }

    /** The first one is that of the client, if the proxies are trusted. */
    private static boolean isHttps(List<String> forwardedProto) {
        return forwardedProto.stream()
                .findFirst()
                .map(line -> line.split(",", -1)[0].strip())
                .filter(HTTPS::equalsIgnoreCase)
                .isPresent();
    }

    /** The address of a connection is never a name, which would be looked up. */
    private boolean isTrusted(String peer) {
        try {
            return trusted.test(InetAddress.getByName(peer));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
