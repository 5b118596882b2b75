package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.Given;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FATE-Flow: its Service and the engines that its configuration names, in use or not. */
public final class PythonModel {

    /** Where the module {@code spark} listens. */
    public static final String SPARK_MASTER = "spark://spark-master:7077";

    /** Where the module {@code hdfs} listens. */
    public static final String NAME_NODE = "hdfs://namenode:9000";

    private PythonModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        List<String> ports = List.of("httpNodePort", "grpcNodePort");
        Map<String, Object> model = new LinkedHashMap<>(Exposure.of(spec, "python", ports));
        model.put("nodeSelector", NodeSelector.of(spec, "python", "nodeSelector"));
        model.put("spark", spark(spec));
        model.put("hdfs", hdfs(spec));
        model.put("rabbitmq", rabbitmq(spec));
        model.put(
                "nginx",
                Map.of(
                        "host", spec.text("python", "nginx", "host").orElse("nginx"),
                        "port", WholeNumber.or(9390, spec, "python", "nginx", "port")));
        return model;
    }

    /**
     * Where FATE-Flow submits Spark jobs.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return what is given; else the deployed master; else, with a map {@code python.spark} that does not say, in its own pod
     */
    public static String sparkMaster(ClusterSpec spec) {
        boolean deployed = spec.hasModule("spark") || !Given.in(spec, "python", "spark");
        return spec.text("python", "spark", "master").orElse(deployed ? SPARK_MASTER : "local[4]");
    }

    /**
     * The cores with which FATE-Flow reckons on Spark.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return cores of a node times nodes
     */
    public static BigInteger sparkCores(ClusterSpec spec) {
        return coresPerNode(spec).multiply(sparkNodes(spec));
    }

    /**
     * A part of the account with which FATE-Flow logs in to RabbitMQ.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param key {@code user} or {@code password}
     * @return what is given, else that of the deployed broker
     */
    public static String rabbitmqAccount(ClusterSpec spec, String key) {
        String standard = spec.hasModule("rabbitmq")
                ? RabbitmqModel.account(spec, key.equals("user") ? "default_user" : "default_pass")
                : "fate";
        return spec.text("python", "rabbitmq", key).orElse(standard);
    }

    private static Map<String, Object> spark(ClusterSpec spec) {
        return Map.of(
                "master", sparkMaster(spec),
                "home", spec.text("python", "spark", "home").orElse(""),
                "cores_per_node", coresPerNode(spec),
                "nodes", sparkNodes(spec));
    }

    private static BigInteger coresPerNode(ClusterSpec spec) {
        return WholeNumber.or(20, spec, "python", "spark", "cores_per_node");
    }

    private static BigInteger sparkNodes(ClusterSpec spec) {
        return WholeNumber.or(2, spec, "python", "spark", "nodes");
    }

    private static Map<String, Object> hdfs(ClusterSpec spec) {
        return Map.of(
                "name_node", spec.text("python", "hdfs", "name_node").orElse(NAME_NODE),
                "path_prefix", spec.text("python", "hdfs", "path_prefix").orElse(""));
    }

    private static Map<String, Object> rabbitmq(ClusterSpec spec) {
        return Map.of(
                "host", spec.text("python", "rabbitmq", "host").orElse("rabbitmq"),
                "mng_port", WholeNumber.or(15672, spec, "python", "rabbitmq", "mng_port"),
                "port", WholeNumber.or(5672, spec, "python", "rabbitmq", "port"),
                "user", rabbitmqAccount(spec, "user"),
                "password", rabbitmqAccount(spec, "password"),
                "route_table", spec.text("python", "rabbitmq", "route_table").orElse(""));
    }
}
