package io.kubefate.plugin.fateserving.check;

import io.kubefate.plugin.fateserving.model.ClusterModel;
import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.ContainerRef;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.plugin.shared.route.Gateways;
import io.kubefate.plugin.shared.route.PartyChecks;
import io.kubefate.plugin.shared.serving.RedisAddress;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Checks of a running FATE-Serving cluster: the connections between its modules, to FATE-Flow and to other parties. */
public final class ServingChecks {

    private static final ContainerRef SERVER = new ContainerRef("servingServer", "serving-server");
    private static final ContainerRef PROXY = new ContainerRef("servingProxy", "serving-proxy");

    private final ClusterSpec spec;

    /** What the templates use, so with all defaults. */
    private final ClusterSpec model;

    private final ConnectionChecks connections = new ConnectionChecks();

    private ServingChecks(ClusterSpec spec) {
        this.spec = spec;
        this.model = new ClusterSpec(ClusterModel.of(spec));
    }

    /**
     * Returns the checks of a cluster.
     *
     * @param spec a cluster.yaml without errors
     * @return the checks between modules, then those to other clusters
     */
    public static List<ClusterCheck> of(ClusterSpec spec) {
        ServingChecks checks = new ServingChecks(spec);
        if (spec.hasModule("servingServer")) {
            checks.redis();
            checks.fateFlow();
        }
        if (spec.hasModule("servingServer") && spec.hasModule("servingProxy")) {
            checks.connections.inside(SERVER, "servingProxy", "serving-proxy", 8879);
            checks.connections.inside(PROXY, "servingServer", "serving-server", 8000);
        }
        checks.parties();
        return checks.connections.checks();
    }

    private void redis() {
        ClusterSpec address = new ClusterSpec(model.map("redis", "address"));
        if (RedisAddress.isExternal(spec)) {
            connections.outside(SERVER, host(address), port(address), "externalRedisIp and externalRedisPort");
        } else if (spec.hasModule("servingRedis")) {
            connections.inside(
                    SERVER, "servingRedis", host(address), port(address).intValueExact());
        }
    }

    private void fateFlow() {
        ClusterSpec address = new ClusterSpec(model.map("server", "fateFlow"));
        connections.outside(SERVER, host(address), port(address), "servingServer.fateflow.ip and port");
    }

    private void parties() {
        new PartyChecks(Map.of(PROXY.module(), PROXY.container()))
                .add(connections, spec, Gateways.of(spec).serving().list());
    }

    private static String host(ClusterSpec address) {
        return address.text("ip").orElse("");
    }

    private static BigInteger port(ClusterSpec address) {
        return WholeNumber.find(address, "port").orElseThrow();
    }
}
