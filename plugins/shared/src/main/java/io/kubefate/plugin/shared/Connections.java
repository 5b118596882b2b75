package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterCheck;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects checks whether containers reach addresses. What is asked for twice is checked once; without a host, nothing is. */
public final class Connections {

    private final Map<String, ClusterCheck> checks = new LinkedHashMap<>();

    /**
     * Checks the way to a Service of the same cluster.
     *
     * @param from where it is tried
     * @param module what deploys the Service
     * @param service the Service's name
     * @param port the Service's port
     * @return this
     */
    public Connections inside(Place from, String module, String service, int port) {
        return add(
                from,
                service,
                BigInteger.valueOf(port),
                "see whether module " + module + " is ready (kubefate cluster describe) and Service " + service
                        + " is as it was made (kubefate cluster drift); kubefate cluster reconcile puts it back, and a"
                        + " NetworkPolicy may forbid the connection");
    }

    /**
     * Checks the way to something that the cluster.yaml names.
     *
     * @param from where it is tried
     * @param host its address or name
     * @param port its port
     * @param keys where the cluster.yaml says so, for example {@code mysql.ip and mysql.port}
     * @return this
     */
    public Connections outside(Place from, String host, BigInteger port, String keys) {
        return add(
                from,
                host,
                port,
                "see whether " + keys + " are right, it runs, and firewalls let nodes of this Kubernetes through");
    }

    /**
     * Checks the way to another party, or to an exchange.
     *
     * @param from the gateway
     * @param whose {@code party 10000} or {@code the exchange}
     * @param host the other gateway's address
     * @param port its port
     * @param keys where the cluster.yaml gives them, for example {@code rollsite.partyList}
     * @return this
     */
    public Connections party(Place from, String whose, String host, BigInteger port, String keys) {
        return add(
                from.container() + " reaches " + whose + " at " + host + ":" + port,
                from,
                host,
                port,
                "ask " + whose
                        + " whether that is the address at which its gateway is exposed (node port or load balancer)"
                        + " and whether it runs, correct " + keys
                        + " with kubefate cluster update, and let the connection through the firewalls of both sides");
    }

    /**
     * Adds any other check.
     *
     * @param check left out if one of its name is there
     * @return this
     */
    public Connections and(ClusterCheck check) {
        checks.putIfAbsent(check.name(), check);
        return this;
    }

    /** {@return all of them, in the order in which they were added} */
    public List<ClusterCheck> checks() {
        return List.copyOf(checks.values());
    }

    private Connections add(Place from, String host, BigInteger port, String remedy) {
        return add(from.container() + " reaches " + host + ":" + port, from, host, port, remedy);
    }

    private Connections add(String name, Place from, String host, BigInteger port, String remedy) {
        return host.isEmpty()
                ? this
                : and(ClusterCheck.tcp(name, from.module(), from.container(), host, port.intValueExact(), remedy));
    }
}
