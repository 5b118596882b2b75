package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.IdentityStore;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.row.RowTimes;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the administrator of the configuration, once: afterwards, its password is that of the account. Restores an administrator who can
 * no longer log in.
 */
public final class Administrators {

    private static final Logger LOG = LoggerFactory.getLogger(Administrators.class);

    private final IdentityStore store;
    private final Passwords passwords;
    private final Clock clock;

    public Administrators(IdentityStore store, Passwords passwords, Clock clock) {
        this.store = requireNonNull(store, "store is null");
        this.passwords = requireNonNull(passwords, "passwords is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Creates an administrator, unless there is or was an account of its name.
     *
     * @param hash a bcrypt hash, in place of the password
     */
    public void create(String name, String password, Optional<String> hash) {
        Optional<AccountRecord> existing = store.accountNamed(name);
        if (existing.isPresent()) {
            reportUnused(existing.get(), password, hash);
            return;
        }
        boolean created = store.createFirst(account(name, hash.orElseGet(() -> passwords.hash(password))));
        LOG.info(
                created
                        ? "user {} of the configuration is created, as an administrator"
                        : "user {} of the configuration is not created, because it was deleted",
                name);
    }

    /**
     * Sets the password of an administrator. A user who is not one becomes one, also if it is disabled or does not exist. The sessions
     * of the user end.
     *
     * @throws KubefateException {@code INVALID_REQUEST} if the password is weak
     */
    public void restore(String name, String password) {
        Passwords.requireStrong(password, name);
        AccountRecord fresh = account(name, passwords.hash(password));
        store.restoreAdministrator(store.accountNamed(name)
                .map(existing -> new AccountRecord(
                        existing.id(),
                        existing.uuid(),
                        name,
                        existing.email(),
                        fresh.passwordHash(),
                        true,
                        fresh.sessions(),
                        new RowTimes(existing.times().createdAt(), fresh.times().updatedAt(), Optional.empty())))
                .orElse(fresh));
    }

    private AccountRecord account(String name, String hash) {
        return new AccountRecord(
                0,
                UUID.randomUUID().toString(),
                name,
                "",
                hash,
                true,
                UUID.randomUUID().toString(),
                RowTimes.created(clock.instant()));
    }

    /** The sample password is the default, and thus not one that somebody has configured. */
    private void reportUnused(AccountRecord account, String password, Optional<String> hash) {
        boolean used = hash.map(account.passwordHash()::equals)
                .orElseGet(
                        () -> password.equals(Passwords.SAMPLE) || passwords.verify(password, account.passwordHash()));
        if (!used) {
            LOG.warn(
                    "the configured password of user {} is not used: it counts only when the user is created; to change"
                            + " the password, use \"kubefate user passwd {}\" or \"kubefate-server password --user {}\"",
                    account.name(),
                    account.name(),
                    account.name());
        }
    }
}
