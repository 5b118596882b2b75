package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.plugin.shared.fate.model.SparkDriver;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Node ports and addresses of load balancers: duplicates, and those of Services whose type has none. */
final class NodePortRules {

    private static final BigInteger LOWEST = BigInteger.valueOf(30000);
    private static final BigInteger HIGHEST = BigInteger.valueOf(32767);
    private static final String DRIVER_TYPE = "python.spark.driverHostType";

    /** The paths of node ports, except that of the gateway. The first key is the module. */
    private static final List<String> NODE_PORTS = List.of(
            "lbrollsite.nodePort",
            "python.httpNodePort",
            "python.grpcNodePort",
            "fateboard.nodePort",
            "client.nodePort",
            "mysql.nodePort",
            "spark.master.nodePort",
            "hdfs.namenode.nodePort",
            "hdfs.datanode.nodePort",
            "nginx.httpNodePort",
            "nginx.grpcNodePort",
            "rabbitmq.nodePort",
            "pulsar.httpNodePort",
            "pulsar.httpsNodePort");

    private static final List<String> WITH_LOAD_BALANCER =
            List.of("lbrollsite", "python", "nginx", "rabbitmq", "pulsar");

    private final ClusterSpec spec;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<BigInteger, String> users = new HashMap<>();

    private NodePortRules(ClusterSpec spec) {
        this.spec = spec;
    }

    static List<Problem> check(ClusterSpec spec, Generation generation) {
        NodePortRules rules = new NodePortRules(spec);
        rules.nodePort(generation.gateway() + ".nodePort");
        NODE_PORTS.forEach(rules::nodePort);
        rules.sparkDriver();
        rules.loadBalancer(generation.gateway());
        WITH_LOAD_BALANCER.forEach(rules::loadBalancer);
        return rules.problems;
    }

    private void nodePort(String path) {
        String[] keys = path.split("\\.");
        Optional<BigInteger> port = WholeNumber.find(spec, keys);
        if (port.isEmpty() || !spec.hasModule(keys[0])) {
            return; // EffectRules reports maps without their module
        }
        String[] parent = Arrays.copyOf(keys, keys.length - 1);
        if (Exposure.hasNodePorts(new ClusterSpec(spec.map(parent)))) {
            use(port.get(), path);
            return;
        }
        String type = String.join(".", parent) + ".type";
        problems.add(Problem.warning(
                path,
                "has no effect because " + type + " is ClusterIP; set " + type + ": NodePort, or remove this line"));
    }

    private void use(BigInteger port, String path) {
        String first = users.putIfAbsent(port, path);
        if (first != null) {
            problems.add(Problem.error(
                    path,
                    port + " is also used by " + first + "; choose another port from " + LOWEST + " to " + HIGHEST));
        }
    }

    /** The node ports of Spark's driver are the ports on which it listens. */
    private void sparkDriver() {
        String type = spec.text("python", "spark", "driverHostType").orElse("ClusterIP");
        if (!spec.hasModule("python") || type.equals("ClusterIP")) {
            return;
        }
        for (BigInteger port : SparkDriver.ports(spec.withDefaults()).values()) {
            if (port.compareTo(LOWEST) < 0 || port.compareTo(HIGHEST) > 0) {
                problems.add(Problem.error(
                        DRIVER_TYPE,
                        "is " + type + ", but port " + port + " of driverStartPort or blockManagerStartPort is not"
                                + " a node port; choose ports from " + LOWEST + " to " + HIGHEST));
                return;
            }
            use(port, DRIVER_TYPE);
        }
    }

    private void loadBalancer(String module) {
        boolean given = spec.text(module, "loadBalancerIP").isPresent();
        String type = spec.text(module, "type").orElse("ClusterIP");
        if (given && spec.hasModule(module) && !type.equals("LoadBalancer")) {
            problems.add(Problem.warning(
                    module + ".loadBalancerIP",
                    "has no effect because " + module + ".type is " + type + "; set " + module
                            + ".type: LoadBalancer, or remove this line"));
        }
    }
}
