package io.kubefate.plugin.shared.fate.check;

import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.ContainerRef;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.fate.model.Database;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.plugin.shared.route.PartyChecks;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks of a running cluster. */
public final class FateChecks {

    private static final ContainerRef FATE_FLOW = new ContainerRef("python", "fateflow");
    private static final ContainerRef CLUSTER_MANAGER = new ContainerRef("clustermanager", "clustermanager");

    /** The gateway before several exchanges, whose container is that of the usual one of FATE 1. */
    private static final ContainerRef BALANCER = new ContainerRef("lbrollsite", "rollsite");

    private static final Pattern ADDRESS = Pattern.compile("[a-z]+://([A-Za-z0-9.-]+)(?::([1-9][0-9]{0,4}))?/?");
    private static final int HIGHEST_PORT = 65535;

    private final ClusterSpec spec;
    /** What the templates use, so with all defaults. */
    private final ClusterSpec model;

    private final ConnectionChecks connections = new ConnectionChecks();

    private final ContainerRef gateway;

    private FateChecks(ClusterSpec spec, Map<String, Object> model, String gateway) {
        this.spec = spec;
        this.model = new ClusterSpec(model);
        this.gateway = new ContainerRef(gateway, gateway);
    }

    /**
     * Returns the checks of a cluster: connections between its modules and to other parties, and FATE's toy test.
     *
     * @param spec a cluster.yaml without errors
     * @param model what the templates use
     * @param generation what differs between FATE 1 and FATE 2
     * @return the checks; those that later ones depend on come first
     */
    public static List<ClusterCheck> of(ClusterSpec spec, Map<String, Object> model, Generation generation) {
        FateChecks checks = new FateChecks(spec, model, generation.gateway());
        checks.database();
        checks.insideEngines();
        if (spec.hasModule("python")) {
            checks.toFateFlow();
            checks.fromFateFlow();
        }
        new PartyChecks(Map.of(BALANCER.module(), BALANCER.container()))
                .add(checks.connections, spec, generation.gateways(spec).list());
        if (spec.hasModule("python")) {
            checks.connections.and(ToyTest.of(spec));
        }
        return checks.connections.checks();
    }

    private void database() {
        Database database = Database.used(spec.withDefaults());
        Stream.of(FATE_FLOW, CLUSTER_MANAGER)
                .filter(from -> spec.hasModule(from.module()))
                .forEach(from -> reach(
                        from,
                        "mysql",
                        Database.DEPLOYED_HERE,
                        database.host(),
                        database.port(),
                        "the address of the database"));
    }

    private void insideEngines() {
        inside(new ContainerRef("nodemanager", "nodemanager"), "clustermanager", "clustermanager", 4670);
        inside(new ContainerRef("spark", "spark-worker"), "spark", "spark-master", 7077);
        inside(new ContainerRef("hdfs", "datanode"), "hdfs", "namenode", 9000);
    }

    private void toFateFlow() {
        inside(new ContainerRef("client", "client"), "python", "fateflow", 9380);
        inside(new ContainerRef("fateboard", "fateboard"), "python", "fateflow", 9380);
        inside(gateway, "python", "fateflow", 9360);
        inside(BALANCER, "python", "fateflow", 9360);
        inside(new ContainerRef("nginx", "nginx"), "python", "fateflow", 9380);
        inside(new ContainerRef("nginx", "nginx"), "python", "fateflow", 9360);
    }

    /** Only the services that the engines use. */
    private void fromFateFlow() {
        if (Boolean.TRUE.equals(model.map("engines").get("eggroll"))) {
            inside(FATE_FLOW, "clustermanager", "clustermanager", 4670);
        }
        if (Boolean.TRUE.equals(model.map("engines").get("sparkCluster"))) {
            address("spark", "spark-master", Required.text(model, "python", "spark", "master"), 7077);
        }
        if (isEngine("storage", "hdfs")) {
            address("hdfs", "namenode", Required.text(model, "python", "hdfs", "name_node"), 9000);
        }
        if (Boolean.TRUE.equals(model.map("engines").get("gateway"))) {
            inside(FATE_FLOW, gateway.module(), gateway.module(), 9370);
            inside(FATE_FLOW, BALANCER.module(), BALANCER.container(), 9370);
        }
        if (isEngine("proxy", "nginx")) {
            service("nginx", "http_port", "grpc_port");
        }
        Stream.of("pulsar", "rabbitmq")
                .filter(broker -> isEngine("federation", broker))
                .forEach(broker -> service(broker, "port", "mng_port"));
    }

    private boolean isEngine(String purpose, String name) {
        return name.equals(model.map("engines").get(purpose));
    }

    /** Connects to the ports of {@code python.<module>}. */
    private void service(String module, String... ports) {
        ClusterSpec address = new ClusterSpec(model.map("python", module));
        for (String port : ports) {
            reach(
                    FATE_FLOW,
                    module,
                    module,
                    Required.text(address, "host"),
                    Required.number(address, port),
                    "python." + module + ".host and " + port);
        }
    }

    /** Connects to the host of an address such as {@code hdfs://namenode:9000}. Lists of hosts and names of services are not checked. */
    private void address(String module, String service, String address, int standardPort) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return;
        }
        int port = Optional.ofNullable(parts.group(2)).map(Integer::valueOf).orElse(standardPort);
        if (port <= HIGHEST_PORT) {
            reach(FATE_FLOW, module, service, parts.group(1), BigInteger.valueOf(port), "the address of " + module);
        }
    }

    private void inside(ContainerRef from, String module, String service, int port) {
        if (spec.hasModule(from.module()) && spec.hasModule(module)) {
            connections.inside(from, module, service, port);
        }
    }

    /** Connects to the Service of a module, or to the external one that the cluster.yaml names. */
    private void reach(ContainerRef from, String module, String service, String host, BigInteger port, String keys) {
        if (!host.equals(service)) {
            connections.outside(from, host, port, keys);
        } else if (spec.hasModule(module)) {
            connections.inside(from, module, host, port.intValueExact());
        }
    }
}
