package io.kubefate.plugin.shared.fate.model;

import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The module {@code hdfs}: name node and data nodes. */
final class HdfsModel {

    private HdfsModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        return Map.of(
                "namenode", node(spec, "namenode").model(),
                "datanode", node(spec, "datanode").numbers("replicas").model());
    }

    private static Part node(ClusterSpec spec, String node) {
        return Part.of(spec, "hdfs", node).pod().service("nodePort").storage();
    }
}
