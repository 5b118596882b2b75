package io.kubefate.plugin.fate111.model;

import io.kubefate.plugin.fate111.module.Fate111;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.fate.model.GatewayModel;
import io.kubefate.plugin.shared.fate.model.Part;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;

/** rollsite: its Service and its routes, and polling, for parties that cannot be reached from outside. */
final class RollsiteModel {

    private static final String ROLLSITE = Fate111.GENERATION.gateway();

    private RollsiteModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        Polling polling = Polling.of(spec);
        Part part = GatewayModel.of(spec, ROLLSITE);
        if (polling == Polling.CLIENT && spec.text(ROLLSITE, "exchange", "ip").isEmpty()) {
            part.put(
                    "exchange",
                    Part.of(spec, ROLLSITE, "polling", "server")
                            .texts("ip")
                            .numbers("port")
                            .model());
        }
        return part.put("pollingClient", polling == Polling.CLIENT)
                .put("pollingServer", polling == Polling.SERVER)
                .put("pollingConcurrency", Required.number(spec, ROLLSITE, "polling", "concurrency"))
                .put("pollingParties", polling == Polling.SERVER ? clients(spec) : List.of())
                .model();
    }

    private static List<Object> clients(ClusterSpec spec) {
        return MapList.of(spec, ROLLSITE, "polling", "clientList").stream()
                .<Object>map(client -> Required.number(client, "partID"))
                .toList();
    }
}
