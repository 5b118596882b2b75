package io.kubefate.plugin.shared.route;

import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.GatewayPort;
import io.kubefate.spi.PartyRoute;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The module of a gateway and the ports of its Service, to which its routes are added. */
public final class GatewayService {

    private final ClusterSpec spec;
    private final String module;
    private final String service;
    private final List<GatewayPort> ports = new ArrayList<>();

    /**
     * Starts without ports.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param module the key of the map with its settings
     * @param service the name of its Service
     */
    public GatewayService(ClusterSpec spec, String module, String service) {
        this.spec = spec;
        this.module = module;
        this.service = service;
    }

    /**
     * Adds a port. With a load balancer whose address the provider chooses, parties can connect to the port or to the node port, so neither
     * is fixed.
     *
     * @param name see {@link GatewayPort#name}
     * @param tls see {@link GatewayPort#tls}
     * @param port the port of the Service
     * @param key the key of its node port in the map of the module
     * @return this
     */
    public GatewayService port(String name, boolean tls, int port, String key) {
        boolean fixed = spec.text(module, "type").filter("NodePort"::equals).isPresent()
                || loadBalancer().isPresent();
        Optional<Integer> nodePort =
                fixed ? WholeNumber.find(spec, module, key).map(BigInteger::intValueExact) : Optional.empty();
        ports.add(new GatewayPort(name, tls, port, nodePort));
        return this;
    }

    /**
     * Returns the gateway.
     *
     * @param protocol its protocol
     * @param partyKey see {@link Gateway#partyKey}
     * @param exchangeKey see {@link Gateway#exchangeKey}
     * @param routes its routes
     * @return the gateway
     */
    public Gateway gateway(Protocol protocol, String partyKey, String exchangeKey, List<PartyRoute> routes) {
        return new Gateway(module, protocol.text(), service, loadBalancer(), ports, partyKey, exchangeKey, routes);
    }

    private Optional<String> loadBalancer() {
        return spec.text(module, "type")
                .filter("LoadBalancer"::equals)
                .flatMap(type -> spec.text(module, "loadBalancerIP"));
    }
}
