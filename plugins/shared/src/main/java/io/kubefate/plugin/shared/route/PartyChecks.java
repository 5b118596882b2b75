package io.kubefate.plugin.shared.route;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.ContainerRef;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Checks that the gateways of a cluster reach the addresses of their routes.
 *
 * @param containers the container of a gateway by its module; by default one with the name of the module
 */
public record PartyChecks(Map<String, String> containers) {

    private static final String PULSAR = "pulsar";

    public PartyChecks {
        containers = Map.copyOf(containers);
    }

    /**
     * Adds a check for each address of another party. An address of Pulsar with TLS, which leads to a proxy, is not reachable without
     * TLS and not checked.
     *
     * @param connections the checks to add to
     * @param spec a cluster.yaml without errors
     * @param gateways its gateways
     */
    public void add(ConnectionChecks connections, ClusterSpec spec, List<Gateway> gateways) {
        String own = WholeNumber.find(spec, "partyId").map(String::valueOf).orElse("");
        for (Gateway gateway : gateways) {
            gateway.routes().stream()
                    .filter(route -> !route.party().equals(own))
                    .forEach(route -> add(connections, gateway, route));
        }
    }

    private void add(ConnectionChecks connections, Gateway gateway, PartyRoute route) {
        String module = gateway.module();
        ContainerRef from = new ContainerRef(module, requireNonNull(containers.getOrDefault(module, module)));
        String whose = route.party().equals(PartyRoute.DEFAULT) ? "the exchange" : "party " + route.party();
        for (RouteAddress address : route.addresses()) {
            if (!(module.equals(PULSAR) && address.tls())) {
                connections.party(from, whose, address.host(), BigInteger.valueOf(address.port()), route.key());
            }
        }
    }
}
