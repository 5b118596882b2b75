package io.kubefate.plugin.shared.fate.model;

import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The modules {@code clustermanager} and {@code nodemanager}. */
final class EggRollModel {

    private EggRollModel() {}

    static Map<String, Object> clusterManager(ClusterSpec spec) {
        return Part.of(spec, "clustermanager")
                .pod()
                .texts("mysqlServerTimezone")
                .model();
    }

    static Map<String, Object> nodeManager(ClusterSpec spec) {
        return Part.of(spec, "nodemanager")
                .pod()
                .storage()
                .numbers("replicas", "sessionProcessorsPerNode")
                .model();
    }
}
