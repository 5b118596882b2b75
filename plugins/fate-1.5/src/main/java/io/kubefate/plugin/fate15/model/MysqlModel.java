package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.Storage;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The database: its address, and the settings of the module {@code mysql}. */
final class MysqlModel {

    private MysqlModel() {}

    static Map<String, Object> of(ClusterSpec spec, boolean persistent) {
        Map<String, Object> model = new LinkedHashMap<>(Exposure.of(spec, "mysql", List.of()));
        model.put("ip", Required.text(spec, "mysql", "ip"));
        model.put("port", Required.number(spec, "mysql", "port"));
        model.put("database", Required.text(spec, "mysql", "database"));
        model.put("user", Required.text(spec, "mysql", "user"));
        model.put("password", Required.text(spec, "mysql", "password"));
        model.put("nodeSelector", NodeSelector.of(spec, "mysql", "nodeSelector"));
        model.put(
                "storage",
                Storage.of("mysql", new ClusterSpec(spec.map("mysql"))).toModel(persistent));
        return model;
    }
}
