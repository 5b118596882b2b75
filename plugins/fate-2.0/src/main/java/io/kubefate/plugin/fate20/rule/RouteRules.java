package io.kubefate.plugin.fate20.rule;

import io.kubefate.plugin.shared.PartyRoutes;
import io.kubefate.plugin.shared.PodAddresses;
import io.kubefate.plugin.shared.ServingAddress;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routes of osx to other parties, exchanges, and the addresses of services outside of the cluster. */
final class RouteRules {

    private static final PartyRoutes ROUTES = new PartyRoutes("osx", 30000);
    private static final PartyRoutes PULSAR = new PartyRoutes("pulsar", 30007);
    private static final PodAddresses ADDRESSES = new PodAddresses(List.of(
            "osx.exchange.ip",
            "osx.partyList[].partyIp",
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

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>(ROUTES.repeated(spec));
        ROUTES.incompleteExchange(spec).ifPresent(problems::add);
        PULSAR.incompleteExchange(spec).ifPresent(problems::add);
        nginxExchange(spec).ifPresent(problems::add);
        ServingAddress.incomplete(spec).ifPresent(problems::add);
        ROUTES.exchangeWithoutParties(spec).ifPresent(problems::add);
        problems.addAll(ADDRESSES.loopback(spec));
        return problems;
    }

    private static Optional<Problem> nginxExchange(ClusterSpec spec) {
        boolean ip = spec.text("nginx", "exchange", "ip").isPresent();
        boolean port = spec.text("nginx", "exchange", "httpPort").isPresent()
                || spec.text("nginx", "exchange", "grpcPort").isPresent();
        return port && !ip
                ? Optional.of(
                        Problem.error("nginx.exchange.ip", "is missing; set the address of the exchange: 192.168.0.1"))
                : Optional.empty();
    }
}
