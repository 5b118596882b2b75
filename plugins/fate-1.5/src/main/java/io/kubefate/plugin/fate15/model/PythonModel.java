package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FATE-Flow: its Service and the engines that its configuration names, in use or not. */
final class PythonModel {

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

    /** The routes of {@code rabbitmq.route_table}, each a party id and its address as given. */
    static List<Map<String, Object>> rabbitmqRoutes(ClusterSpec spec) {
        List<Map<String, Object>> routes = new ArrayList<>();
        spec.map("rabbitmq", "route_table")
                .forEach((partyId, address) -> routes.add(
                        Map.of("partyId", new BigInteger(partyId), "address", address == null ? Map.of() : address)));
        return routes;
    }

    private static Map<String, Object> spark(ClusterSpec spec) {
        String master = spec.map("python", "spark").isEmpty() ? "spark://spark-master:7077" : "local[4]";
        return Map.of(
                "master", spec.text("python", "spark", "master").orElse(master),
                "cores_per_node", WholeNumber.or(20, spec, "python", "spark", "cores_per_node"),
                "nodes", WholeNumber.or(2, spec, "python", "spark", "nodes"));
    }

    private static Map<String, Object> hdfs(ClusterSpec spec) {
        return Map.of(
                "name_node", spec.text("python", "hdfs", "name_node").orElse("hdfs://namenode:9000"),
                "path_prefix", spec.text("python", "hdfs", "path_prefix").orElse(""));
    }

    private static Map<String, Object> rabbitmq(ClusterSpec spec) {
        return Map.of(
                "host", spec.text("python", "rabbitmq", "host").orElse("rabbitmq"),
                "mng_port", WholeNumber.or(15672, spec, "python", "rabbitmq", "mng_port"),
                "port", WholeNumber.or(5672, spec, "python", "rabbitmq", "port"),
                "user", spec.text("python", "rabbitmq", "user").orElse("fate"),
                "password", spec.text("python", "rabbitmq", "password").orElse("fate"),
                "route_table", spec.text("python", "rabbitmq", "route_table").orElse(""));
    }
}
