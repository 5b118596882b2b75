package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The module {@code rabbitmq}, and the routes to the RabbitMQ of other parties, which FATE-Flow reads. */
final class RabbitmqModel {

    private RabbitmqModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        List<String> parties = RouteTable.parties(spec, "rabbitmq");
        return Part.of(spec, "rabbitmq")
                .pod()
                .service("nodePort")
                .texts("default_user", "default_pass", "user", "password")
                .put("listed", parties)
                .put("routes", parties.stream().map(party -> route(spec, party)).toList())
                .model();
    }

    private static Map<String, Object> route(ClusterSpec spec, String party) {
        Part address =
                Part.of(spec, "rabbitmq", "route_table", party).texts("host").numbers("port");
        return Map.of("partyId", new BigInteger(party), "address", address.model());
    }
}
