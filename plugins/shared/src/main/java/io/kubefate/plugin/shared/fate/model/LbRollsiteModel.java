package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The module {@code lbrollsite}: the gateway of FATE 1, behind an nginx that distributes requests to several exchanges. */
final class LbRollsiteModel {

    private LbRollsiteModel() {}

    static Map<String, Object> of(ClusterSpec spec, String gateway) {
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
                .put("parties", GatewayModel.parties(spec, gateway))
                .model();
    }
}
