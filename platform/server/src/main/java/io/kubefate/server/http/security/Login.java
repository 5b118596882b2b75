package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Credentials;
import io.kubefate.server.service.identity.Access;
import io.kubefate.server.service.identity.AccessControl;
import io.kubefate.server.service.identity.Account;
import io.kubefate.server.service.identity.Passwords;
import java.time.Duration;
import java.util.Optional;

/** Checks the password of a user. */
public final class Login {

    /** Anybody can send logins, so they do not cause more frequent reads of the database. */
    private static final Duration MAX_AGE = Duration.ofMillis(500);

    private final AccessControl access;
    private final Passwords passwords;
    private final String administrator;

    private String checkedHash = "";
    private boolean sample;

    /** @param administrator the configured user, whose password may be a published one */
    public Login(AccessControl access, Passwords passwords, String administrator) {
        this.access = requireNonNull(access, "access is null");
        this.passwords = requireNonNull(passwords, "passwords is null");
        this.administrator = requireNonNull(administrator, "administrator is null");
    }

    /** {@return a remedy for a password that everybody knows; empty if there is none} */
    public Optional<String> warning() {
        return access.current()
                .account(administrator)
                .filter(account -> account.enabled() && hasSamplePassword(account))
                .map(account -> "user " + administrator + " has the published sample password; change it with:"
                        + " kubefate user passwd " + administrator);
    }

    /** {@return the account, if name and password are correct and it is enabled} */
    public Optional<Account> check(Credentials credentials) {
        return check(credentials, access.current()).or(() -> checkAgain(credentials));
    }

    /** Another replica may have stored the user or the password just now. */
    private Optional<Account> checkAgain(Credentials credentials) {
        Optional<Account> before = access.current().account(credentials.username());
        Access recent = access.recent(MAX_AGE);
        return recent.account(credentials.username()).equals(before) ? Optional.empty() : check(credentials, recent);
    }

    private Optional<Account> check(Credentials credentials, Access known) {
        Optional<Account> account = known.account(credentials.username()).filter(Account::enabled);
        if (account.isEmpty()) {
            passwords.verifyNothing(credentials.password());
            return Optional.empty();
        }
        return account.filter(found -> passwords.verify(credentials.password(), found.passwordHash()));
    }

    private synchronized boolean hasSamplePassword(Account account) {
        if (!checkedHash.equals(account.passwordHash())) {
            sample = passwords.verify(Passwords.SAMPLE, account.passwordHash());
            checkedHash = account.passwordHash();
        }
        return sample;
    }
}
