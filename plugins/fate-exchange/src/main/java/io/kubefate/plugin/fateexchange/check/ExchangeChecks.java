package io.kubefate.plugin.fateexchange.check;

import io.kubefate.plugin.fateexchange.model.ExchangeModel;
import io.kubefate.plugin.fateexchange.model.SniRoute;
import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.ContainerRef;
import io.kubefate.plugin.shared.fate.check.PartyChecks;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.util.List;

/** Checks of a running exchange: whether it reaches each party of its route tables. */
public final class ExchangeChecks {

    private static final ContainerRef ROLLSITE = new ContainerRef("rollsite", "rollsite");
    private static final ContainerRef TRAFFIC_SERVER = new ContainerRef("trafficServer", "traffic-server");

    private ExchangeChecks() {}

    /**
     * Returns the checks of an exchange.
     *
     * @param spec a cluster.yaml without errors
     * @return a check for each address of a party
     */
    public static List<ClusterCheck> of(ClusterSpec spec) {
        ConnectionChecks connections = new ConnectionChecks();
        PartyChecks.add(connections, spec, new ClusterSpec(ExchangeModel.of(spec)), ROLLSITE);
        if (spec.hasModule(TRAFFIC_SERVER.module())) {
            SniRoute.of(spec)
                    .forEach(route -> connections.party(
                            TRAFFIC_SERVER,
                            "party " + route.party(),
                            route.host(),
                            route.port(),
                            "trafficServer.route_table"));
        }
        return connections.checks();
    }
}
