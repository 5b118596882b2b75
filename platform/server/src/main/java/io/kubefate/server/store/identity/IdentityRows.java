package io.kubefate.server.store.identity;

import java.util.List;
import java.util.Set;

/**
 * Everything that decides who may do what.
 *
 * @param accounts without deleted ones
 * @param tokens the API tokens that are not revoked
 * @param revokedSessions the ids of revoked session tokens
 */
public record IdentityRows(
        List<AccountRecord> accounts,
        List<GrantRecord> grants,
        List<ApiTokenRecord> tokens,
        Set<String> revokedSessions) {

    public IdentityRows {
        accounts = List.copyOf(accounts);
        grants = List.copyOf(grants);
        tokens = List.copyOf(tokens);
        revokedSessions = Set.copyOf(revokedSessions);
    }
}
