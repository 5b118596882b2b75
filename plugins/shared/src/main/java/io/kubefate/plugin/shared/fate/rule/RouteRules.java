package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.PartyRoutes;
import io.kubefate.plugin.shared.PodAddresses;
import io.kubefate.plugin.shared.ServingAddress;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Routes of the gateway to other parties, exchanges, and the addresses of services outside of the cluster. */
final class RouteRules {

    private static final PartyRoutes PULSAR = new PartyRoutes("pulsar", 30007);
    private static final PodAddresses ADDRESSES = new PodAddresses(List.of(
            "lbrollsite.exchangeList[].ip",
            "nginx.exchange.ip",
            "nginx.route_table.*.*[].host",
            "pulsar.exchange.ip",
            "pulsar.route_table.*.host",
            "rabbitmq.route_table.*.host",
            "python.spark.driverHost",
            "python.pulsar.host",
            "python.rabbitmq.host",
            "python.nginx.host",
            "mysql.ip",
            "externalMysqlIp",
            "servingIp"));

    private RouteRules() {}

    static List<Problem> check(ClusterSpec spec, Generation generation) {
        String gateway = generation.gateway();
        PartyRoutes routes = new PartyRoutes(gateway, 30000);
        List<Problem> problems = new ArrayList<>(routes.repeated(spec));
        routes.incompleteExchange(spec).ifPresent(problems::add);
        PULSAR.incompleteExchange(spec).ifPresent(problems::add);
        ServingAddress.incomplete(spec).ifPresent(problems::add);
        if (!Flag.isSet(spec, gateway, "polling", "enabled")) {
            routes.exchangeWithoutParties(spec).ifPresent(problems::add);
        }
        problems.addAll(new PodAddresses(List.of(
                        gateway + ".exchange.ip", gateway + ".partyList[].partyIp", gateway + ".polling.server.ip"))
                .loopback(spec));
        problems.addAll(ADDRESSES.loopback(spec));
        return problems;
    }
}
