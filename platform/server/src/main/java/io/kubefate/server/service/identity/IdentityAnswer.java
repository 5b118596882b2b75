package io.kubefate.server.service.identity;

import io.kubefate.api.ApiToken;
import io.kubefate.api.RoleGrant;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.identity.ApiTokenRecord;
import io.kubefate.server.store.identity.GrantRecord;
import java.util.Locale;

/** Maps stored users, grants and tokens to the REST API. */
final class IdentityAnswer {

    private IdentityAnswer() {}

    static io.kubefate.api.Account account(AccountRecord account) {
        return new io.kubefate.api.Account(
                account.uuid(),
                account.name(),
                account.email(),
                account.enabled() ? "Available" : "Deprecate",
                account.enabled(),
                account.id(),
                account.times().createdAt(),
                account.times().updatedAt(),
                null);
    }

    static RoleGrant grant(GrantRecord grant) {
        return new RoleGrant(
                Long.toString(grant.id()),
                grant.subjectKind().name().toLowerCase(Locale.ROOT),
                grant.subject(),
                grant.role(),
                grant.namespace(),
                grant.creator(),
                grant.createdAt());
    }

    static ApiToken token(ApiTokenRecord token, String owner) {
        return new ApiToken(
                token.uuid(),
                token.name(),
                owner,
                token.expiresAt(),
                token.createdAt(),
                token.lastUsedAt().orElse(null),
                null);
    }
}
