package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.Given;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Storage;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The database: how to reach it, and how to deploy it if the module {@code mysql} is on. */
final class MysqlModel {

    private static final int PORT = 3306;

    private MysqlModel() {}

    static Map<String, Object> of(ClusterSpec spec, boolean persistent) {
        Map<String, Object> model = new LinkedHashMap<>(Exposure.of(spec, "mysql", List.of()));
        model.put("ip", spec.text("mysql", "ip").orElse("mysql"));
        model.put("port", WholeNumber.or(PORT, spec, "mysql", "port"));
        model.put("database", spec.text("mysql", "database").orElse("eggroll_meta"));
        model.put("user", spec.text("mysql", "user").orElse("fate"));
        model.put("password", spec.text("mysql", "password").orElse("fate_dev"));
        model.put("nodeSelector", NodeSelector.of(spec, "mysql", "nodeSelector"));
        model.put("storage", storage(spec).toModel(persistent));
        return model;
    }

    private static Storage storage(ClusterSpec spec) {
        return Given.in(spec, "mysql")
                ? Storage.of("mysql", new ClusterSpec(spec.map("mysql")))
                : Storage.standard("mysql");
    }
}
