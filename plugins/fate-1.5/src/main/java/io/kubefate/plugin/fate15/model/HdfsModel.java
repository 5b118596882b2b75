package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The module {@code hdfs}: name node and data node. */
final class HdfsModel {

    private HdfsModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        return Map.of(
                "namenode", Map.of("nodeSelector", NodeSelector.of(spec, "hdfs", "namenode", "nodeSelector")),
                "datanode", Map.of("nodeSelector", NodeSelector.of(spec, "hdfs", "datanode", "nodeSelector")));
    }
}
