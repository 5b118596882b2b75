package io.kubefate.plugin.fate20.model;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;

/** osx, the gateway to other parties: its Service and its routes. */
final class OsxModel {

    private OsxModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        Part part = Part.of(spec, "osx").pod().service("nodePort");
        ClusterSpec exchange = new ClusterSpec(spec.map("osx", "exchange"));
        if (exchange.text("ip").isPresent()) {
            part.put("exchange", Part.of(exchange).texts("ip").numbers("port").model());
        }
        return part.texts("tlsSecret")
                .put("enableTLS", Flag.isSet(spec, "osx", "enableTLS"))
                .put("parties", parties(spec))
                .model();
    }

    /** {@return the parties with an address, in order} */
    static List<Map<String, Object>> parties(ClusterSpec spec) {
        return MapList.of(spec, "osx", "partyList").stream()
                .map(entry -> Map.<String, Object>of(
                        "partyId", Required.number(entry, "partyId"),
                        "ip", Required.text(entry, "partyIp"),
                        "port", Required.number(entry, "partyPort")))
                .toList();
    }
}
