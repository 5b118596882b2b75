package io.kubefate.cli.diagnosis;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.http.ProxyTunnel;
import io.kubefate.cli.configuration.HttpProxy;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The way to the service up to the TCP connection. */
final class NetworkChecks {

    private static final String PROXY = "proxy";
    private static final String TUNNEL = "tunnel";

    private final Route route;

    NetworkChecks(Route route) {
        this.route = requireNonNull(route, "route is null");
    }

    Check proxy() {
        try {
            return Check.ok(
                    PROXY,
                    route.proxy()
                            .map(HttpProxy::text)
                            .or(() -> route.unusedProxy()
                                    .map(variable -> variable + " is not used: "
                                            + route.service().host() + " is this machine or in NO_PROXY"))
                            .orElse("none"));
        } catch (CommandException e) {
            return Check.failed(PROXY, e.getMessage(), "");
        }
    }

    Check dns() {
        String host = route.first().getHostString();
        try {
            String addresses = Arrays.stream(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            return Check.ok("dns", host + " is " + addresses);
        } catch (UnknownHostException e) {
            return Check.failed(
                    "dns",
                    "unknown host " + host,
                    route.proxy()
                            .map(used -> "Check " + used.variable() + ".")
                            .orElse(
                                    "Check the spelling, or add the host of the ingress to DNS or /etc/hosts with the address"
                                            + " of the ingress controller (kubectl get ingress -n kube-fate)."));
        }
    }

    Check tcp() {
        InetSocketAddress first = route.first();
        String address = first.getHostString() + ":" + first.getPort();
        try (Socket socket = route.toFirst()) {
            return Check.ok("tcp", "connected to " + address);
        } catch (IOException e) {
            return Check.failed(
                    "tcp",
                    "no connection to " + address + ": " + e.getMessage(),
                    route.proxy()
                            .map(used -> "Check " + used.variable() + ", and that the proxy runs.")
                            .orElse("Check the port, firewalls, and that the service and the ingress controller run"
                                    + " (kubectl get pods,ingress -n kube-fate)."));
        }
    }

    /** HTTPS and WebSockets need a connection that the proxy passes on unread; other requests do not. */
    Check tunnel() {
        try (Socket socket = route.toService()) {
            return Check.ok(TUNNEL, "the proxy connects to " + route.service());
        } catch (ProxyTunnel.RefusedException e) {
            return refused(e);
        } catch (IOException e) {
            return Check.failed(TUNNEL, "no answer from the proxy: " + e.getMessage(), direct());
        }
    }

    private Check refused(ProxyTunnel.RefusedException answer) {
        String message = "the proxy refuses to connect to " + route.service() + ": " + answer.getMessage();
        if (answer.requiresLogin()) {
            return Check.failed(TUNNEL, message, "Add the login to the variable: http://USER:PASSWORD@HOST:PORT");
        }
        return route.isEncrypted()
                ? Check.failed(TUNNEL, message, "Allow it in the proxy. " + direct())
                : Check.warning(
                        TUNNEL,
                        message,
                        "logs -f, exec and open need it: use https, or allow it in the proxy. " + direct());
    }

    private String direct() {
        return "If the service can be reached directly, add " + route.service().host() + " to NO_PROXY.";
    }
}
