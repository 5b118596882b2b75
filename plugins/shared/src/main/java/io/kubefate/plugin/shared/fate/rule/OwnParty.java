package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.Optional;

/** The cluster's own party in a route table, which has a route to it anyway. */
final class OwnParty {

    private OwnParty() {}

    /**
     * Finds a route to the own party.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param module the module with the table
     */
    static Optional<Problem> listed(ClusterSpec spec, String module) {
        return WholeNumber.find(spec, "partyId")
                .map(String::valueOf)
                .filter(RouteTable.parties(spec, module)::contains)
                .filter(own -> !isDefault(spec, module, own))
                .map(own -> Problem.warning(
                        module + ".route_table." + own,
                        "is this cluster's own party and replaces the route that is created automatically;"
                                + " remove it unless this is intended"));
    }

    /** The samples of the original KubeFATE list the own party with the address that it has anyway. */
    private static boolean isDefault(ClusterSpec spec, String module, String own) {
        return spec.text(module, "route_table", own, "host").equals(Optional.of(module));
    }
}
