package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.identity.AccountRecord;

/**
 * What is needed of an account to decide about requests.
 *
 * @param sessions a random text in all its session tokens; another one ends them
 */
public record Account(String uuid, String name, boolean enabled, String passwordHash, String sessions) {

    public Account {
        requireNonNull(uuid, "uuid is null");
        requireNonNull(name, "name is null");
        requireNonNull(passwordHash, "passwordHash is null");
        requireNonNull(sessions, "sessions is null");
    }

    static Account of(AccountRecord account) {
        return new Account(
                account.uuid(), account.name(), account.enabled(), account.passwordHash(), account.sessions());
    }

    /** Omits the hash. */
    @Override
    public String toString() {
        return "account " + name;
    }
}
