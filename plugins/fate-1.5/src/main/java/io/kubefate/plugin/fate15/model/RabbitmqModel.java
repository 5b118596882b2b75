package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The module {@code rabbitmq}, and the routes to the RabbitMQ of other parties, which FATE-Flow reads. */
public final class RabbitmqModel {

    private RabbitmqModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        ClusterSpec table = new ClusterSpec(spec.map("rabbitmq", "route_table"));
        Map<String, Object> model = new LinkedHashMap<>(Exposure.of(spec, "rabbitmq", List.of("nodePort")));
        model.put("nodeSelector", NodeSelector.of(spec, "rabbitmq", "nodeSelector"));
        List.of("default_user", "default_pass", "user", "password")
                .forEach(key -> model.put(key, Required.text(spec, "rabbitmq", key)));
        List<String> parties = RouteTable.parties(spec, "rabbitmq");
        model.put("listed", parties);
        model.put("routes", parties.stream().map(party -> route(table, party)).toList());
        return model;
    }

    private static Map<String, Object> route(ClusterSpec table, String party) {
        Map<String, Object> address = new LinkedHashMap<>(); // in this order whenever it is printed
        address.put("host", table.text(party, "host").orElse(""));
        address.put("port", Required.number(table, party, "port"));
        return Map.of("partyId", new BigInteger(party), "address", address);
    }
}
