package io.kubefate.planning.federation;

import static java.util.Objects.requireNonNull;

/**
 * A party or exchange that only routes name.
 *
 * @param id identifies it among all members
 * @param network see {@link io.kubefate.spi.FederationMember#network}
 * @param partyId the party; empty for an exchange
 * @param address host and port of an exchange; empty for a party
 */
public record OutsideMember(String id, String network, String partyId, String address) {

    public OutsideMember {
        requireNonNull(id, "id is null");
        requireNonNull(network, "network is null");
        requireNonNull(partyId, "partyId is null");
        requireNonNull(address, "address is null");
    }

    static OutsideMember party(String network, String partyId) {
        return new OutsideMember("party/" + network + "/" + partyId, network, partyId, "");
    }

    static OutsideMember exchange(String network, String address) {
        return new OutsideMember("exchange/" + network + "/" + address, network, "", address);
    }
}
