package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.RabbitMqAccount;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FATE-Flow: its Service, and the addresses in its configuration, used or not. */
public final class PythonModel {

    /** Address of the module {@code spark}. */
    public static final String SPARK_MASTER = "spark://spark-master:7077";

    /** Address of the module {@code hdfs}. */
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
                        "host", Required.text(spec, "python", "nginx", "host"),
                        "port", Required.number(spec, "python", "nginx", "port")));
        return model;
    }

    /**
     * Returns the Spark master to which FATE-Flow submits jobs.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return the given address, else that of the module {@code spark}, else {@code local[4]}
     */
    public static String sparkMaster(ClusterSpec spec) {
        return spec.text("python", "spark", "master").orElse(spec.hasModule("spark") ? SPARK_MASTER : "local[4]");
    }

    /**
     * Returns the number of Spark cores that FATE-Flow assumes.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return cores per node times nodes
     */
    public static BigInteger sparkCores(ClusterSpec spec) {
        return coresPerNode(spec).multiply(sparkNodes(spec));
    }

    private static Map<String, Object> spark(ClusterSpec spec) {
        return Map.of(
                "master", sparkMaster(spec),
                "home", spec.text("python", "spark", "home").orElse(""),
                "cores_per_node", coresPerNode(spec),
                "nodes", sparkNodes(spec));
    }

    private static BigInteger coresPerNode(ClusterSpec spec) {
        return Required.number(spec, "python", "spark", "cores_per_node");
    }

    private static BigInteger sparkNodes(ClusterSpec spec) {
        return Required.number(spec, "python", "spark", "nodes");
    }

    private static Map<String, Object> hdfs(ClusterSpec spec) {
        return Map.of(
                "name_node", Required.text(spec, "python", "hdfs", "name_node"),
                "path_prefix", spec.text("python", "hdfs", "path_prefix").orElse(""));
    }

    private static Map<String, Object> rabbitmq(ClusterSpec spec) {
        return Map.of(
                "host", Required.text(spec, "python", "rabbitmq", "host"),
                "mng_port", Required.number(spec, "python", "rabbitmq", "mng_port"),
                "port", Required.number(spec, "python", "rabbitmq", "port"),
                "user", RabbitMqAccount.of(spec, "user"),
                "password", RabbitMqAccount.of(spec, "password"),
                "route_table", spec.text("python", "rabbitmq", "route_table").orElse(""));
    }
}
