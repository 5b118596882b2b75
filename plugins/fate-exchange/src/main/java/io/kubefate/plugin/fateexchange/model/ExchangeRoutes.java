package io.kubefate.plugin.fateexchange.model;

import io.kubefate.plugin.shared.route.GatewayService;
import io.kubefate.plugin.shared.route.Gateways;
import io.kubefate.plugin.shared.route.Protocol;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.util.List;

/** The gateways of an exchange and their routes to the parties. */
public final class ExchangeRoutes {

    private static final String TRAFFIC_SERVER = "trafficServer";
    private static final String TABLE = TRAFFIC_SERVER + ".route_table";

    private ExchangeRoutes() {}

    /**
     * Returns the gateways.
     *
     * @param spec a cluster.yaml without errors
     * @return the gateways of its modules
     */
    public static Gateways of(ClusterSpec spec) {
        Gateways gateways = Gateways.of(spec).eggRoll("rollsite", 9380).nginx();
        return spec.hasModule(TRAFFIC_SERVER) ? gateways.and(trafficServer(spec.withDefaults())) : gateways;
    }

    /** It passes TLS connections to the Pulsar of the party that the handshake names. */
    private static Gateway trafficServer(ClusterSpec spec) {
        List<PartyRoute> routes = SniRoute.of(spec).stream()
                .map(route -> new PartyRoute(
                        route.party(),
                        TABLE,
                        List.of(new RouteAddress(
                                "", true, route.host(), route.port().intValueExact()))))
                .toList();
        return new GatewayService(spec, TRAFFIC_SERVER, "traffic-server")
                .port("", true, 443, "nodePort")
                .gateway(Protocol.PULSAR, TABLE + ".sni", TABLE + ".sni", routes);
    }
}
