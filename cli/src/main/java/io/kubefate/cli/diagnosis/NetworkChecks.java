package io.kubefate.cli.diagnosis;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way to the service up to the TCP connection. */
final class NetworkChecks {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final URI service;
    private final Map<String, String> variables;

    NetworkChecks(URI service, Map<String, String> variables) {
        this.service = requireNonNull(service, "service is null");
        this.variables = Map.copyOf(variables);
    }

    /** Java uses the proxy of its system properties, not that of the variables. */
    Check proxy() {
        Optional<InetSocketAddress> used = usedProxy();
        if (used.isPresent()) {
            return Check.ok("proxy", "requests use the proxy " + text(used.get()) + " of the Java properties");
        }
        String scheme = service.getScheme();
        return Stream.of(scheme + "_proxy", "all_proxy")
                .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .filter(name -> !variables.getOrDefault(name, "").isEmpty())
                .findFirst()
                .map(name -> Check.warning(
                        "proxy",
                        name + " is set, but kubefate connects directly",
                        "If the service can be reached only through the proxy, set JAVA_TOOL_OPTIONS=\"-D" + scheme
                                + ".proxyHost=HOST -D" + scheme + ".proxyPort=PORT\"."))
                .orElseGet(() -> Check.ok("proxy", "none"));
    }

    Check dns() {
        String host = target().getHostString();
        try {
            String addresses = Arrays.stream(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            return Check.ok("dns", host + " is " + addresses);
        } catch (UnknownHostException e) {
            return Check.failed(
                    "dns",
                    "unknown host " + host,
                    "Check the spelling, or add the host of the ingress to DNS or /etc/hosts with the address of the"
                            + " ingress controller (kubectl get ingress -n kube-fate).");
        }
    }

    Check tcp() {
        InetSocketAddress target = target();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target.getHostString(), target.getPort()), TIMEOUT_MILLIS);
            return Check.ok("tcp", "connected to " + text(target));
        } catch (IOException e) {
            return Check.failed(
                    "tcp",
                    "no connection to " + text(target) + ": " + e.getMessage(),
                    "Check the port, firewalls, and that the service and the ingress controller run (kubectl get pods,"
                            + "ingress -n kube-fate).");
        }
    }

    private InetSocketAddress target() {
        return usedProxy().orElseGet(() -> InetSocketAddress.createUnresolved(host(), port()));
    }

    private String host() {
        return service.getHost().replaceAll("[\\[\\]]", "");
    }

    private int port() {
        int standard = service.getScheme().equals("https") ? 443 : 80;
        return service.getPort() < 0 ? standard : service.getPort();
    }

    private Optional<InetSocketAddress> usedProxy() {
        return Optional.ofNullable(ProxySelector.getDefault()).stream()
                .flatMap(selector -> selector.select(service).stream())
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .findFirst();
    }

    private static String text(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }
}
