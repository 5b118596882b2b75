package io.kubefate.server.store;

import static io.kubefate.server.store.identity.GrantRecord.ADMIN;
import static io.kubefate.server.store.identity.GrantRecord.EVERYWHERE;
import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.identity.ApiTokenRecord;
import io.kubefate.server.store.identity.GrantRecord;
import io.kubefate.server.store.identity.IdentityRows;
import io.kubefate.server.store.identity.SubjectKind;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The users, their permissions and their tokens. If there is an enabled administrator (a user with the role admin everywhere), no
 * change leaves none.
 */
public final class IdentityStore {

    private final Jdbi jdbi;
    private final IdentityDao identities;

    public IdentityStore(Jdbi jdbi) {
        this.jdbi = requireNonNull(jdbi, "jdbi is null");
        this.identities = SharedDao.of(jdbi, IdentityDao.class);
    }

    /** Reads everything that decides who may do what. */
    public IdentityRows rows() {
        return jdbi.inTransaction(
                TransactionIsolationLevel.READ_COMMITTED,
                handle -> new IdentityRows(
                        identities.accounts(), identities.grants(), identities.tokens(), identities.revokedSessions()));
    }

    public Optional<AccountRecord> account(String uuid) {
        return identities.account(uuid);
    }

    public Optional<AccountRecord> accountNamed(String name) {
        return identities.accountNamed(name);
    }

    /**
     * Stores an account and makes it an administrator, unless there is or was an account of its name.
     *
     * @return whether it was stored
     */
    public boolean createFirst(AccountRecord account) {
        try {
            return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
                if (identities.everHadAccount(account.name())) {
                    return false;
                }
                identities.insert(account);
                makeAdministrator(account);
                return true;
            });
        } catch (UnableToExecuteStatementException e) {
            requireNamed(account.name(), e); // another replica was faster
            return false;
        }
    }

    /**
     * Stores an account.
     *
     * @return the account with its row number
     * @throws KubefateException {@link ErrorCode#ALREADY_EXISTS}
     */
    public AccountRecord create(AccountRecord account) {
        try {
            identities.insert(account);
        } catch (UnableToExecuteStatementException e) {
            requireNamed(account.name(), e);
            throw new KubefateException(
                    ErrorCode.ALREADY_EXISTS, "User is existed. " + account.name() + "; choose another name", e);
        }
        return identities.account(account.uuid()).orElseThrow(KubefateException::notFound);
    }

    /**
     * Stores the changed email, password, state and sessions of an account.
     *
     * @throws KubefateException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#WRONG_STATE} if it disables the last administrator
     */
    public void update(AccountRecord account) {
        change(() -> identities.update(account));
    }

    /**
     * Enables an account, sets its password, and makes it an administrator; for an administrator who can no longer log in.
     *
     * @param account with the new values; stored if there is none of its id
     */
    public void restoreAdministrator(AccountRecord account) {
        jdbi.useTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            if (!identities.update(account)) {
                identities.insert(account);
            }
            makeAdministrator(account);
        });
    }

    /**
     * Deletes an account with its grants, and revokes its tokens.
     *
     * @throws KubefateException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#WRONG_STATE} if it is the last administrator
     */
    public void delete(AccountRecord account, Instant at) {
        change(() -> {
            identities.deleteGrants(SubjectKind.USER, account.name());
            identities.revokeTokensOf(account.uuid(), at);
            return identities.deleteAccount(account.uuid(), at);
        });
    }

    public Optional<GrantRecord> grant(long id) {
        return identities.grant(id);
    }

    /**
     * Stores a grant; does nothing if it is stored already.
     *
     * @return the grant as stored
     */
    public GrantRecord grant(GrantRecord grant) {
        Optional<GrantRecord> same = identities.sameGrant(grant);
        if (same.isPresent()) {
            return same.get();
        }
        try {
            identities.insert(grant);
        } catch (UnableToExecuteStatementException e) {
            return identities.sameGrant(grant).orElseThrow(() -> e); // another replica was faster
        }
        return identities.sameGrant(grant).orElseThrow(KubefateException::notFound);
    }

    /**
     * Deletes a grant.
     *
     * @throws KubefateException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#WRONG_STATE} if it is that of the last administrator
     */
    public void revokeGrant(long id) {
        change(() -> identities.deleteGrant(id));
    }

    public void create(ApiTokenRecord token) {
        identities.insert(token);
    }

    /** {@return false if there is no such token, or it is revoked already} */
    public boolean revokeToken(String uuid, Instant at) {
        return identities.revokeToken(uuid, at);
    }

    /** Stores when a token was used. */
    public void used(String tokenUuid, Instant at) {
        identities.used(tokenUuid, at);
    }

    /**
     * Revokes a session token.
     *
     * @param expiresAt when it would expire; the revocation is kept until then
     */
    public void revokeSession(String tokenId, Instant expiresAt, Instant now) {
        identities.deleteExpiredRevocations(now);
        identities.revokeSession(tokenId, expiresAt);
    }

    private void requireNamed(String name, UnableToExecuteStatementException failure) {
        if (identities.accountNamed(name).isEmpty()) {
            throw failure;
        }
    }

    private void makeAdministrator(AccountRecord account) {
        Instant at = account.times().updatedAt();
        GrantRecord grant = new GrantRecord(0, SubjectKind.USER, account.name(), ADMIN, EVERYWHERE, account.name(), at);
        if (identities.sameGrant(grant).isEmpty()) {
            identities.insert(grant);
        }
    }

    /** Locks the grants of administrators first, so that two changes at the same time cannot each leave the other's one. */
    private void change(BooleanSupplier change) {
        jdbi.useTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            identities.lockHolders(ADMIN, EVERYWHERE);
            boolean administered = hasAdministrator();
            if (!change.getAsBoolean()) {
                throw KubefateException.notFound();
            }
            if (administered && !hasAdministrator()) {
                throw new KubefateException(
                        ErrorCode.WRONG_STATE,
                        "this is the last enabled administrator; first give another user the role admin in all"
                                + " namespaces");
            }
        });
    }

    private boolean hasAdministrator() {
        return identities.enabledHolders(SubjectKind.USER, ADMIN, EVERYWHERE) > 0;
    }
}
