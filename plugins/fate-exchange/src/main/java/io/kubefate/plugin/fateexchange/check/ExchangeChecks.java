package io.kubefate.plugin.fateexchange.check;

import io.kubefate.plugin.fateexchange.model.ExchangeRoutes;
import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.route.PartyChecks;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;

/** Checks of a running exchange: whether it reaches each party of its route tables. */
public final class ExchangeChecks {

    private ExchangeChecks() {}

    /**
     * Returns the checks of an exchange.
     *
     * @param spec a cluster.yaml without errors
     * @return a check for each address of a party
     */
    public static List<ClusterCheck> of(ClusterSpec spec) {
        ConnectionChecks connections = new ConnectionChecks();
        new PartyChecks(Map.of("trafficServer", "traffic-server"))
                .add(connections, spec, ExchangeRoutes.of(spec).list());
        return connections.checks();
    }
}
