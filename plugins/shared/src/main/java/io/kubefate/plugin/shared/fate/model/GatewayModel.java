package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;

/** EggRoll's gateway to other parties: its Service and its routes. */
public final class GatewayModel {

    private GatewayModel() {}

    /**
     * Returns the variables of the gateway.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param gateway the module
     * @return pod, Service, {@code exchange} if there is one, {@code parties}, {@code enableTLS} and {@code tlsSecret}
     */
    public static Part of(ClusterSpec spec, String gateway) {
        Part part = Part.of(spec, gateway).pod().service("nodePort");
        ClusterSpec exchange = new ClusterSpec(spec.map(gateway, "exchange"));
        if (exchange.text("ip").isPresent()) {
            part.put("exchange", Part.of(exchange).texts("ip").numbers("port").model());
        }
        return part.texts("tlsSecret")
                .put("enableTLS", Flag.isSet(spec, gateway, "enableTLS"))
                .put("parties", parties(spec, gateway));
    }

    /** {@return the parties with an address, in order} */
    static List<Map<String, Object>> parties(ClusterSpec spec, String gateway) {
        return MapList.of(spec, gateway, "partyList").stream()
                .map(entry -> Map.<String, Object>of(
                        "partyId", Required.number(entry, "partyId"),
                        "ip", Required.text(entry, "partyIp"),
                        "port", Required.number(entry, "partyPort")))
                .toList();
    }
}
