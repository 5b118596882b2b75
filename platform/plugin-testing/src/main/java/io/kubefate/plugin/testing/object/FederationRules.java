package io.kubefate.plugin.testing.object;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FederationMember;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.GatewayPort;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for what a cluster is in a federation. */
public final class FederationRules {

    private static final int HIGHEST_PORT = 65535;

    private final ClusterSpec spec;
    private final ObjectSet objects;
    private final List<String> found = new ArrayList<>();

    private FederationRules(ClusterSpec spec, ObjectSet objects) {
        this.spec = spec;
        this.objects = objects;
    }

    /**
     * Checks the member of a cluster.
     *
     * @param member what the distribution returns for it
     * @param spec its cluster.yaml
     * @param objects its objects
     * @return a sentence for each violation
     */
    public static List<String> violations(FederationMember member, ClusterSpec spec, ObjectSet objects) {
        FederationRules rules = new FederationRules(spec, objects);
        rules.identity(member);
        member.gateways().forEach(rules::gateway);
        return rules.found;
    }

    private void identity(FederationMember member) {
        if (member.network().isBlank()) {
            found.add("federation() has no network");
        }
        if (!member.partyId().matches("0|[1-9][0-9]*")) {
            found.add("federation() has the party ID \"" + member.partyId() + "\"; write its decimal digits");
        }
        Set<String> modules = new HashSet<>();
        member.gateways().stream()
                .map(Gateway::module)
                .filter(module -> !modules.add(module))
                .forEach(module -> found.add("federation() has gateway " + module + " twice"));
    }

    private void gateway(Gateway gateway) {
        String where = "federation(), gateway " + gateway.module() + ": ";
        if (!spec.hasModule(gateway.module())) {
            found.add(where + "the cluster.yaml does not list this module");
        }
        if (gateway.protocol().isBlank()) {
            found.add(where + "has no protocol");
        }
        if (objects.find("Service", gateway.service()).isEmpty()) {
            found.add(where + "the cluster has no Service " + gateway.service());
        }
        gateway.routes().stream()
                .filter(route -> route.party().isBlank() || route.key().isBlank())
                .forEach(route -> found.add(where + "a route has no party or no key"));
        Stream.concat(
                        gateway.ports().stream().map(GatewayPort::port),
                        gateway.routes().stream()
                                .map(PartyRoute::addresses)
                                .flatMap(List::stream)
                                .map(RouteAddress::port))
                .filter(port -> port < 1 || port > HIGHEST_PORT)
                .forEach(port -> found.add(where + port + " is not a port"));
    }
}
