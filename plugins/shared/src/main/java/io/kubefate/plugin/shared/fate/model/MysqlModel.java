package io.kubefate.plugin.shared.fate.model;

import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The module {@code mysql}. */
final class MysqlModel {

    private MysqlModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        return Part.of(spec, "mysql")
                .pod()
                .service("nodePort")
                .storage()
                .texts("database", "user", "password")
                .model();
    }
}
