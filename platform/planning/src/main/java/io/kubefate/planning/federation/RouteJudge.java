package io.kubefate.planning.federation;

import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides how a route fits to the other side. Of several possible other sides, the one that fits best counts. */
final class RouteJudge {

    private final Directory directory;

    RouteJudge(Directory directory) {
        this.directory = directory;
    }

    Verdict judge(Node from, PartyRoute route) {
        return route.party().equals(PartyRoute.DEFAULT) ? toExchange(from, route) : toParty(from, route);
    }

    private Verdict toParty(Node from, PartyRoute route) {
        List<DeclaredCluster> clusters = directory.clusters(from.network(), route.party()).stream()
                .filter(cluster -> !cluster.id().equals(from.id()))
                .toList();
        if (clusters.isEmpty()) {
            return Verdict.of(OutsideMember.party(from.network(), route.party()).id(), RouteFinding.OUTSIDE);
        }
        return best(directory.peers(from, route.party()), peer -> toPeer(from, route, peer))
                .orElseGet(() -> Verdict.of(clusters.get(0).id(), RouteFinding.OTHER_PROTOCOL));
    }

    private Verdict toPeer(Node from, PartyRoute route, Node peer) {
        RouteFinding address = compare(route, peer);
        if (address == RouteFinding.WRONG_ADDRESS) {
            return best(directory.exchanges(from, route), exchange -> through(from, route, exchange, peer))
                    .orElseGet(() -> Verdict.of(peer, address, corrected(from, route, peer)));
        }
        return address == RouteFinding.TLS_ON_ONE_SIDE
                ? Verdict.of(peer, address, corrected(from, route, peer))
                : back(peer, from);
    }

    /** A route to a party that leads to an exchange, which must know the party. */
    private Verdict through(Node from, PartyRoute route, Node exchange, Node peer) {
        RouteFinding tls = compare(route, exchange);
        if (tls != RouteFinding.MATCHED) {
            return Verdict.of(peer, tls, corrected(from, route, exchange)).through(exchange);
        }
        Verdict onward = exchange.route(peer.party()).isPresent()
                ? back(peer, from)
                : Verdict.of(peer, RouteFinding.NO_ROUTE_OF_EXCHANGE, missing(exchange, peer));
        return onward.through(exchange);
    }

    private Verdict toExchange(Node from, PartyRoute route) {
        return best(directory.exchanges(from, route), exchange -> toExchange(from, route, exchange))
                .orElseGet(() -> Verdict.of(outsideExchange(from, route).id(), RouteFinding.OUTSIDE));
    }

    private Verdict toExchange(Node from, PartyRoute route, Node exchange) {
        RouteFinding address = compare(route, exchange);
        if (address != RouteFinding.MATCHED) {
            return Verdict.of(exchange, address, corrected(from, route, exchange));
        }
        return from.isExchange() || exchange.route(from.party()).isPresent()
                ? Verdict.of(exchange.id(), RouteFinding.MATCHED)
                : Verdict.of(exchange, RouteFinding.NO_ROUTE_OF_EXCHANGE, missing(exchange, from));
    }

    static OutsideMember outsideExchange(Node from, PartyRoute route) {
        String address = route.addresses().stream()
                .findFirst()
                .map(first -> first.host() + ":" + first.port())
                .orElse("");
        return OutsideMember.exchange(from.network(), address);
    }

    /** {@return whether a gateway has a way back to another one, and if not, what is missing} */
    private Verdict back(Node from, Node to) {
        if (to.isExchange()) {
            return backToExchange(from, to);
        }
        if (from.route(to.party()).isPresent()) {
            return Verdict.of(from.id(), RouteFinding.MATCHED);
        }
        return from.route(PartyRoute.DEFAULT)
                .map(route -> toExchangeFor(from, route, to))
                .orElseGet(() -> Verdict.of(from, RouteFinding.NO_ROUTE_BACK, missing(from, to)));
    }

    /** An exchange that is not known is assumed to know the party. */
    private Verdict toExchangeFor(Node from, PartyRoute route, Node party) {
        return best(
                        directory.exchanges(from, route),
                        exchange -> exchange.route(party.party()).isPresent()
                                ? Verdict.of(exchange.id(), RouteFinding.MATCHED)
                                : Verdict.of(exchange, RouteFinding.NO_ROUTE_OF_EXCHANGE, missing(exchange, party)))
                .orElseGet(() -> Verdict.of(from.id(), RouteFinding.MATCHED))
                .leadingTo(from);
    }

    private Verdict backToExchange(Node from, Node exchange) {
        boolean leads = from.gateway().routes().stream()
                .anyMatch(route -> route.addresses().stream().anyMatch(exchange::accepts));
        boolean possible = from.route(PartyRoute.DEFAULT)
                .filter(route -> compare(route, exchange) != RouteFinding.WRONG_ADDRESS)
                .isPresent();
        return leads || possible
                ? Verdict.of(from.id(), RouteFinding.MATCHED)
                : Verdict.of(
                        from,
                        RouteFinding.NO_ROUTE_BACK,
                        new Remedy(
                                from.id(),
                                from.gateway().exchangeKey(),
                                PartyRoute.DEFAULT,
                                directory.addresses(exchange)));
    }

    /** A route without an address, which the other side polls, has nothing to compare. */
    private static RouteFinding compare(PartyRoute route, Node other) {
        return route.addresses().stream()
                .map(other::compare)
                .max(Comparator.comparing(RouteFinding::state))
                .orElse(RouteFinding.MATCHED);
    }

    private Remedy missing(Node at, Node to) {
        return new Remedy(at.id(), at.gateway().partyKey(), to.party(), directory.addresses(to));
    }

    /** {@return the correction of a route, which keeps the host where the other side does not say it} */
    private Remedy corrected(Node from, PartyRoute route, Node to) {
        String known =
                route.addresses().stream().map(RouteAddress::host).findFirst().orElse("");
        return new Remedy(from.id(), route.key(), route.party(), to.addresses(address -> known));
    }

    private static Optional<Verdict> best(List<Node> others, Function<Node, Verdict> judge) {
        Optional<Verdict> best = Optional.empty();
        for (Node other : others) {
            Verdict verdict = judge.apply(other);
            if (verdict.isMatched()) {
                return Optional.of(verdict);
            }
            best = best.filter(so ->
                            so.finding().state().compareTo(verdict.finding().state()) <= 0)
                    .or(() -> Optional.of(verdict));
        }
        return best;
    }
}
