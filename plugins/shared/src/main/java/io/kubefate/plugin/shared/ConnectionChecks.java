package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterCheck;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects checks of TCP connections. Ignores duplicates and empty host names. */
public final class ConnectionChecks {

    private final Map<String, ClusterCheck> checks = new LinkedHashMap<>();

    /**
     * Adds a connection to a Service of the same cluster.
     *
     * @param from the container that connects
     * @param module the module of the Service
     * @param service the Service's name
     * @param port the Service's port
     * @return this
     */
    public ConnectionChecks inside(ContainerRef from, String module, String service, int port) {
        return add(
                from,
                service,
                BigInteger.valueOf(port),
                "check that module " + module + " is ready (kubefate cluster describe), that Service " + service
                        + " has not drifted (kubefate cluster drift; kubefate cluster reconcile restores it), and that no"
                        + " NetworkPolicy blocks the connection");
    }

    /**
     * Adds a connection to an external server that the cluster.yaml names.
     *
     * @param from the container that connects
     * @param host its address or name
     * @param port its port
     * @param keys the keys with the address, for example {@code mysql.ip and mysql.port}
     * @return this
     */
    public ConnectionChecks outside(ContainerRef from, String host, BigInteger port, String keys) {
        return add(
                from,
                host,
                port,
                "check that " + keys
                        + " are correct, that the server runs, and that firewalls allow connections from the"
                        + " nodes of this Kubernetes");
    }

    /**
     * Adds a connection to another party, or to an exchange.
     *
     * @param from the container of the gateway
     * @param whose {@code party 10000} or {@code the exchange}
     * @param host the address of the other gateway
     * @param port its port
     * @param keys the keys with the address, for example {@code rollsite.partyList}
     * @return this
     */
    public ConnectionChecks party(ContainerRef from, String whose, String host, BigInteger port, String keys) {
        return add(
                from.container() + " reaches " + whose + " at " + host + ":" + port,
                from,
                host,
                port,
                "ask " + whose
                        + " for the address of its gateway (node port or load balancer) and whether it runs, correct "
                        + keys
                        + " with kubefate cluster update, and allow the connection in the firewalls of both sides");
    }

    /**
     * Adds any other check, unless there is one with the same name.
     *
     * @param check the check
     * @return this
     */
    public ConnectionChecks and(ClusterCheck check) {
        checks.putIfAbsent(check.name(), check);
        return this;
    }

    /** {@return the checks, in the order in which they were added} */
    public List<ClusterCheck> checks() {
        return List.copyOf(checks.values());
    }

    private ConnectionChecks add(ContainerRef from, String host, BigInteger port, String remedy) {
        return add(from.container() + " reaches " + host + ":" + port, from, host, port, remedy);
    }

    private ConnectionChecks add(String name, ContainerRef from, String host, BigInteger port, String remedy) {
        return host.isEmpty()
                ? this
                : and(ClusterCheck.tcp(name, from.module(), from.container(), host, port.intValueExact(), remedy));
    }
}
