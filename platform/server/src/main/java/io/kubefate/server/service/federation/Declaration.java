package io.kubefate.server.service.federation;

import io.kubefate.spi.FederationMember;
import java.util.Optional;

/**
 * What the plugin of a cluster declares.
 *
 * @param member the party or exchange; empty if it is not known
 * @param unknown why it is not known
 */
record Declaration(Optional<FederationMember> member, Optional<Unknown> unknown) {

    static Declaration unknown(Unknown reason) {
        return new Declaration(Optional.empty(), Optional.of(reason));
    }

    static Declaration of(Optional<FederationMember> member) {
        return member.isPresent() ? new Declaration(member, Optional.empty()) : unknown(Unknown.NOT_DECLARED);
    }

    /** Why routes are not known. The name is in the reply; details of a failure can quote the file. */
    enum Unknown {
        NOT_DECLARED,
        NO_PLUGIN,
        DAMAGED,
        PLUGIN_FAILED
    }
}
