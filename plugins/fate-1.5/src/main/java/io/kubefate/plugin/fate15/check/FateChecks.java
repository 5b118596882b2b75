package io.kubefate.plugin.fate15.check;

import io.kubefate.plugin.fate15.model.FateModel;
import io.kubefate.plugin.fate15.model.PythonModel;
import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.ContainerRef;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.plugin.shared.route.Gateways;
import io.kubefate.plugin.shared.route.PartyChecks;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks of a running cluster of chart {@code fate}. */
public final class FateChecks {

    private static final ContainerRef PYTHON = new ContainerRef("python", "python");
    private static final ContainerRef CLUSTER_MANAGER = new ContainerRef("clustermanager", "clustermanager");
    private static final ContainerRef ROLLSITE = new ContainerRef("rollsite", "rollsite");
    private static final ContainerRef NGINX = new ContainerRef("nginx", "nginx");

    private final ClusterSpec spec;

    /** What the templates use, so with all defaults. */
    private final ClusterSpec model;

    private final ConnectionChecks connections = new ConnectionChecks();

    private FateChecks(ClusterSpec spec, Engine engine) {
        this.spec = spec;
        this.model = new ClusterSpec(FateModel.of(spec, engine));
    }

    /**
     * Returns the checks of a cluster: connections between its modules and to other parties, and FATE's toy test.
     *
     * @param spec a cluster.yaml without errors
     * @param engine the engine that runs jobs
     * @return the checks; those that later ones depend on come first
     */
    public static List<ClusterCheck> of(ClusterSpec spec, Engine engine) {
        FateChecks checks = new FateChecks(spec, engine);
        checks.database();
        checks.engines();
        if (spec.hasModule("python")) {
            checks.toFateFlow();
            switch (engine) {
                case EGGROLL -> checks.fromFateFlowToEggRoll();
                case SPARK -> checks.fromFateFlowToSpark();
            }
        }
        new PartyChecks(Map.of()).add(checks.connections, spec, gateways(spec).list());
        if (spec.hasModule("python")) {
            checks.connections.and(ToyTest.of(spec, engine));
        }
        return checks.connections.checks();
    }

    /**
     * Returns the gateways of a cluster.
     *
     * @param spec a cluster.yaml without errors
     * @return the gateways of its modules
     */
    public static Gateways gateways(ClusterSpec spec) {
        return Gateways.of(spec).eggRoll("rollsite", 9380).nginxOfOnePort().brokers();
    }

    private void database() {
        Stream.of(PYTHON, CLUSTER_MANAGER)
                .filter(place -> spec.hasModule(place.module()))
                .forEach(place -> reach(place, "mysql", new ClusterSpec(model.map("mysql")), "ip", "port"));
    }

    private void engines() {
        if (spec.hasModule("nodemanager")) {
            MapList.of(model, "nodemanagers").stream()
                    .map(node -> new ContainerRef("nodemanager", node.name()))
                    .forEach(place -> reach(place, "clustermanager", 4670));
        }
        if (spec.hasModule("spark")) {
            connections.inside(new ContainerRef("spark", "spark-worker"), "spark", "spark-master", 7077);
        }
        if (spec.hasModule("hdfs")) {
            connections.inside(new ContainerRef("hdfs", "datanode"), "hdfs", "namenode", 9000);
        }
    }

    /** The web pages are containers of FATE-Flow's pod but connect through its Service. */
    private void toFateFlow() {
        Stream.of("client", "fateboard")
                .filter(spec::hasModule)
                .forEach(page -> connections.inside(new ContainerRef("python", page), "python", "fateflow", 9380));
        Stream.of(ROLLSITE, NGINX)
                .filter(place -> spec.hasModule(place.module()))
                .forEach(place -> connections.inside(place, "python", "fateflow", 9360));
    }

    private void fromFateFlowToEggRoll() {
        reach(PYTHON, "clustermanager", 4670);
        reach(PYTHON, "rollsite", 9370);
    }

    private void fromFateFlowToSpark() {
        if (spec.hasModule("spark")
                && model.text("python", "spark", "master").equals(Optional.of(PythonModel.SPARK_MASTER))) {
            connections.inside(PYTHON, "spark", "spark-master", 7077);
        }
        if (spec.hasModule("hdfs")
                && model.text("python", "hdfs", "name_node").equals(Optional.of(PythonModel.NAME_NODE))) {
            connections.inside(PYTHON, "hdfs", "namenode", 9000);
        }
        ClusterSpec broker = new ClusterSpec(model.map("python", "rabbitmq"));
        reach(PYTHON, "rabbitmq", broker, "host", "port");
        reach(PYTHON, "rabbitmq", broker, "host", "mng_port");
        reach(PYTHON, "nginx", new ClusterSpec(model.map("python", "nginx")), "host", "port");
    }

    private void reach(ContainerRef from, String module, int port) {
        if (spec.hasModule(module)) {
            connections.inside(from, module, module, port);
        }
    }

    /** Connects to the Service of a module, or to the external one that the cluster.yaml names. */
    private void reach(ContainerRef from, String module, ClusterSpec address, String hostKey, String portKey) {
        String host = address.text(hostKey).orElse("");
        BigInteger port = WholeNumber.find(address, portKey).orElseThrow();
        if (!host.equals(module)) {
            connections.outside(from, host, port, hostKey + " and " + portKey + " of " + module);
        } else if (spec.hasModule(module)) {
            connections.inside(from, module, host, port.intValueExact());
        }
    }
}
