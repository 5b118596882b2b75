package io.kubefate.cli.view;

import io.kubefate.api.Federation;
import io.kubefate.api.FederationCluster;
import io.kubefate.api.FederationOutside;
import io.kubefate.api.FederationRemedy;
import io.kubefate.api.FederationRoute;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Routes between parties. */
public final class FederationView {

    private FederationView() {}

    /** {@return the same with only the routes for which somebody has to change something} */
    public static Federation problems(Federation federation) {
        return new Federation(
                federation.clusters(),
                federation.outside(),
                federation.routes().stream().filter(FederationRoute::hasProblem).toList(),
                federation.sharedParties());
    }

    public static Listing<FederationRoute> list(Federation federation) {
        Map<String, String> names = names(federation);
        return new Listing<>(
                federation.routes(),
                List.of(
                        Column.exact("FROM", route -> names.get(route.from())),
                        Column.exact("TO", route -> names.get(route.to())),
                        Column.exact("MODULE", FederationRoute::module),
                        Column.exact("ADDRESS", FederationView::addresses),
                        Column.status("STATE", FederationRoute::state),
                        Column.text("REMEDY", FederationView::remedy),
                        Column.exact("KEY", FederationRoute::key).wide(),
                        Column.text("VIA", (FederationRoute route) -> names.get(route.via()))
                                .wide()),
                FederationRoute::from);
    }

    private static Map<String, String> names(Federation federation) {
        Map<String, String> names = new HashMap<>();
        for (FederationCluster cluster : federation.clusters()) {
            String party = cluster.exchange() ? "exchange" : "party " + cluster.partyId();
            names.put(cluster.uuid(), cluster.name() + " (" + party + ")");
        }
        for (FederationOutside outside : federation.outside()) {
            names.put(
                    outside.id(),
                    outside.partyId().isEmpty() ? "exchange " + outside.address() : "party " + outside.partyId());
        }
        return names;
    }

    private static String addresses(FederationRoute route) {
        return route.addresses().isEmpty()
                ? "polled"
                : route.addresses().stream()
                        .map(address -> address.host() + ":" + address.port())
                        .collect(Collectors.joining(","));
    }

    private static String remedy(FederationRoute route) {
        String remedy = Optional.ofNullable(route.remedy())
                .map(FederationRemedy::message)
                .orElse("");
        return remedy.isEmpty() && route.hasProblem() ? route.message() : remedy;
    }
}
