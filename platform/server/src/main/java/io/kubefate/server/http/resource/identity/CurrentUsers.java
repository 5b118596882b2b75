package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.CurrentUser;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.AccessToken;
import io.kubefate.server.service.identity.Account;
import io.kubefate.server.service.identity.GrantService;
import java.util.Locale;
import java.util.Optional;

/** Describes users to themselves. */
final class CurrentUsers {

    private final GrantService grants;

    CurrentUsers(GrantService grants) {
        this.grants = requireNonNull(grants, "grants is null");
    }

    /** @param warning what the administrator has to change */
    CurrentUser of(User user, Optional<String> warning) {
        AccessToken token = user.token();
        return new CurrentUser(
                user.access().account(user.name()).map(Account::uuid).orElse(null),
                user.name(),
                user.subject().groups().stream().sorted().toList(),
                grants.of(user.subject()),
                token.kind().name().toLowerCase(Locale.ROOT),
                token.expiresAt(),
                warning.orElse(null));
    }
}
