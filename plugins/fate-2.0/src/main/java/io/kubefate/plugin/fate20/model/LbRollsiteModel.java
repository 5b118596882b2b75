package io.kubefate.plugin.fate20.model;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The module {@code lbrollsite}: an nginx before several exchanges, and the gateway of FATE 1. */
final class LbRollsiteModel {

    private LbRollsiteModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        return Part.of(spec, "lbrollsite")
                .pod()
                .service("nodePort")
                .texts("size")
                .put(
                        "exchanges",
                        MapList.of(spec, "lbrollsite", "exchangeList").stream()
                                .map(exchange -> Part.of(exchange)
                                        .texts("ip")
                                        .numbers("port")
                                        .model())
                                .toList())
                .put("parties", OsxModel.parties(spec))
                .model();
    }
}
