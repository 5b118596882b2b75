package io.kubefate.plugin.fateserving21.check;

import io.kubefate.plugin.fateserving21.model.ClusterModel;
import io.kubefate.plugin.fateserving21.model.ServerModel;
import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.ContainerRef;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.plugin.shared.route.Gateways;
import io.kubefate.plugin.shared.route.PartyChecks;
import io.kubefate.plugin.shared.serving.RedisAddress;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Checks of a running FATE-Serving cluster: ZooKeeper, and the connections between modules, to FATE-Flow and to other parties. */
public final class ServingChecks {

    private static final ContainerRef SERVER = new ContainerRef("servingServer", "serving-server");
    private static final ContainerRef PROXY = new ContainerRef("servingProxy", "serving-proxy");
    private static final ContainerRef ADMIN = new ContainerRef("servingAdmin", "serving-admin");

    private static final ClusterCheck ZOOKEEPER = new ClusterCheck(
            "zookeeper serves requests",
            "servingZookeeper",
            "zookeeper",
            List.of("bash", "-c", """
                    answer=$(echo ruok | timeout 5 nc -w 2 localhost 2181)
                    [ "$answer" = imok ] && echo "ZooKeeper is running" && exit
                    echo "ZooKeeper does not answer imok: $answer"
                    exit 1
                    """),
            Duration.ofSeconds(10),
            "read the log of ZooKeeper (kubefate cluster logs), and check that its volume is not full");

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
        if (spec.hasModule("servingZookeeper")) {
            checks.connections.and(ZOOKEEPER);
        }
        List.of(SERVER, PROXY, ADMIN).forEach(checks::modules);
        checks.redis();
        checks.fateFlow();
        checks.parties();
        return checks.connections.checks();
    }

    private void modules(ContainerRef from) {
        inside(from, "servingZookeeper", "serving-zookeeper", 2181);
        if (!from.equals(SERVER)) {
            inside(from, SERVER.module(), "serving-server", 8000);
        }
        if (!from.equals(PROXY)) {
            inside(from, PROXY.module(), "serving-proxy", from.equals(SERVER) ? 8879 : 8869);
        }
    }

    private void inside(ContainerRef from, String module, String service, int port) {
        if (spec.hasModule(from.module()) && spec.hasModule(module)) {
            connections.inside(from, module, service, port);
        }
    }

    private void redis() {
        if (!ServerModel.usesRedis(spec.withDefaults())) {
            return;
        }
        ClusterSpec address = new ClusterSpec(model.map("redis", "address"));
        if (RedisAddress.isExternal(spec)) {
            connections.outside(SERVER, host(address), port(address), "externalRedisIp and externalRedisPort");
        } else {
            inside(SERVER, "servingRedis", host(address), port(address).intValueExact());
        }
    }

    private void fateFlow() {
        if (spec.hasModule(SERVER.module())) {
            ClusterSpec address = new ClusterSpec(model.map("server", "fateFlow"));
            connections.outside(SERVER, host(address), port(address), "servingServer.fateflow.ip and port");
        }
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
