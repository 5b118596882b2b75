package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Request;

/** Finds the address that a request comes from. */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private final Predicate<InetAddress> trusted;

    /**
     * Trusts some proxies.
     *
     * @param trusted whether an address belongs to a proxy whose header {@code X-Forwarded-For} is correct
     */
    public ClientAddress(Predicate<InetAddress> trusted) {
        this.trusted = requireNonNull(trusted, "trusted is null");
    }

    /**
     * Returns the address of the client: the last one in the header {@code X-Forwarded-For} that is not a trusted proxy, if trusted
     * proxies sent the request. Of an IPv6 address, it returns the network (/64), all of which usually belongs to one client.
     */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /** Returns the address of the client, as {@link #of(HttpServletRequest)} does. */
    public String of(Request request) {
        return of(Request.getRemoteAddr(request), request.getHeaders().getValuesList("X-Forwarded-For"));
    }

    String of(String peer, List<String> forwardedFor) {
        InetAddress client = parse(peer).orElseGet(InetAddress::getLoopbackAddress);
        for (String hop : hops(forwardedFor)) {
            Optional<InetAddress> before = parse(hop);
            if (!trusted.test(client) || before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return client instanceof Inet6Address ipv6 ? network(ipv6) : client.getHostAddress();
    }

    /** Nearest first: each proxy appends the address that it got the request from. */
    private static List<String> hops(List<String> forwardedFor) {
        List<String> hops = new ArrayList<>();
        forwardedFor.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .forEach(hops::add);
        Collections.reverse(hops);
        return hops;
    }

    /** Parses an address; never a name, which would be looked up. */
    private static Optional<InetAddress> parse(String text) {
        boolean literal = text.matches("[0-9.]{7,15}|\\[?[0-9a-fA-F:.]{2,45}]?");
        try {
            return literal ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String network(Inet6Address address) {
        byte[] bytes = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
