package io.kubefate.server.registry;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Decides to which addresses the service connects for a user, who chooses the registry: not to itself, to its own machine or to link-local
 * services such as the metadata of a cloud, unless the administrator lists the registry. It resolves a name once, and the
 * connection is made to the checked addresses, so that a name cannot change its address in between.
 */
final class Destinations extends SystemDefaultRoutePlanner implements DnsResolver {

    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private final Set<String> listed;
    private final Set<String> proxies = ConcurrentHashMap.newKeySet();

    /** A host with an address to which the service does not connect. */
    static final class Forbidden extends UnknownHostException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Creates the rules.
     *
     * @param listed the registries (host and optional port) that can have any address
     */
    Destinations(Set<String> listed) {
        super(null);
        this.listed = Set.copyOf(listed);
    }

    /** Returns whether the administrator lists a host. */
    boolean lists(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean usual = port == 443 || port == 80;
        return listed.contains(name + ":" + port) || usual && listed.contains(name);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = resolve(host);
        if (!lists(named(host), port) && !proxies.contains(host + ":" + port)) {
            check(addresses);
        }
        return Stream.of(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    /** A proxy resolves the name itself; what this machine can resolve is checked all the same. */
    @Override
    protected HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
        HttpHost proxy = super.determineProxy(target, context);
        if (proxy != null) {
            proxies.add(proxy.getHostName() + ":" + proxy.getPort());
            try {
                resolve(target.getHostName(), target.getPort());
            } catch (Forbidden e) {
                throw new HttpException("forbidden", e);
            } catch (UnknownHostException e) {
                return proxy;
            }
        }
        return proxy;
    }

    private static String named(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static void check(InetAddress... addresses) throws Forbidden {
        for (InetAddress address : addresses) {
            if (isForbidden(address)) {
                throw new Forbidden();
            }
        }
    }

    static boolean isForbidden(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || isOwn(address)
                || address instanceof Inet6Address six && hasForbiddenIpv4(six)
                || address.getAddress().length == 4 && address.getAddress()[0] == 0;
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Java itself converts IPv4-mapped addresses to IPv4. */
    private static boolean hasForbiddenIpv4(Inet6Address address) {
        byte[] bytes = address.getAddress();
        if (address.isIPv4CompatibleAddress() || Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length)) {
            return isForbiddenIpv4(Arrays.copyOfRange(bytes, 12, 16));
        }
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        return sixToFour && isForbiddenIpv4(Arrays.copyOfRange(bytes, 2, 6));
    }

    private static boolean isForbiddenIpv4(byte[] bytes) {
        try {
            return isForbidden(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has four bytes", e);
        }
    }
}
