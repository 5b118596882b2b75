package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.identity.ApiTokenRecord;
import io.kubefate.server.store.identity.GrantRecord;
import io.kubefate.server.store.identity.SubjectKind;
import io.kubefate.server.store.row.RowTimes;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users, their permissions and their tokens. */
abstract class IdentityStoreContract extends StoreContract {

    private static final Instant LATER = NOON.plusSeconds(60);

    private IdentityStore identities;

    IdentityStoreContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void clear() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from account");
            handle.execute("delete from role_grant");
            handle.execute("delete from api_token");
            handle.execute("delete from revoked_session");
        });
        identities = new IdentityStore(jdbi);
    }

    @Test
    void everythingIsReadAsItWasStored() {
        AccountRecord alice = identities.create(account("alice"));
        GrantRecord grant = identities.grant(grant("alice", "viewer", "fate-9999"));
        identities.create(token("t-1", alice));
        identities.revokeSession("s-1", LATER, NOON);

        assertThat(alice)
                .usingRecursiveComparison()
                .ignoringFields("id", "uuid")
                .isEqualTo(account("alice"));
        assertThat(grant)
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(grant("alice", "viewer", "fate-9999"));
        assertThat(identities.rows().accounts()).containsExactly(alice);
        assertThat(identities.rows().grants()).containsExactly(grant);
        assertThat(identities.rows().tokens())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(token("t-1", alice));
        assertThat(identities.rows().revokedSessions()).containsExactly("s-1");
    }

    @Test
    void aNameIsUniqueUntilItsAccountIsDeleted() {
        identities.create(account("alice"));

        assertRefused(ErrorCode.ALREADY_EXISTS, () -> identities.create(account("alice")));
        AccountRecord other = identities.create(account("Alice"));
        identities.delete(other, LATER);
        AccountRecord again = identities.create(account("Alice"));

        assertThat(identities.accountNamed("Alice")).contains(again);
        assertThat(identities.account(other.uuid())).isEmpty();
    }

    @Test
    void aDeletedAccountLeavesNoGrantAndNoToken() {
        AccountRecord alice = identities.create(account("alice"));
        identities.grant(grant("alice", "viewer", "*"));
        identities.grant(new GrantRecord(0, SubjectKind.GROUP, "alice", "viewer", "*", "admin", NOON));
        identities.create(token("t-1", alice));

        identities.delete(alice, LATER);

        assertThat(identities.rows().accounts()).isEmpty();
        assertThat(identities.rows().grants())
                .extracting(GrantRecord::subjectKind)
                .containsExactly(SubjectKind.GROUP);
        assertThat(identities.rows().tokens()).isEmpty();
        assertRefused(ErrorCode.NOT_FOUND, () -> identities.delete(alice, LATER));
    }

    @Test
    void theAdministratorsIsCreatedOnce() throws Exception {
        assertThat(together(4, () -> identities.createFirst(account("admin")))).containsOnlyOnce(true);
        AccountRecord admin = identities.accountNamed("admin").orElseThrow();
        assertThat(identities.rows().grants()).singleElement().satisfies(grant -> {
            assertThat(grant.subject()).isEqualTo("admin");
            assertThat(grant.role()).isEqualTo("admin");
            assertThat(grant.namespace()).isEqualTo("*");
        });

        admin(identities.create(account("other")));
        identities.delete(admin, LATER);

        assertThat(identities.createFirst(account("admin"))).isFalse();
        assertThat(identities.accountNamed("admin")).isEmpty();
    }

    @Test
    void theLastEnabledAdministratorStays() {
        identities.createFirst(account("admin"));
        AccountRecord admin = identities.accountNamed("admin").orElseThrow();
        AccountRecord disabled = identities.create(disabled(account("disabled")));
        admin(disabled);
        long grant = identities.rows().grants().get(0).id();

        assertRefused(ErrorCode.WRONG_STATE, () -> identities.update(disabled(admin)));
        assertRefused(ErrorCode.WRONG_STATE, () -> identities.delete(admin, LATER));
        assertRefused(ErrorCode.WRONG_STATE, () -> identities.revokeGrant(grant));

        assertThat(identities.accountNamed("admin")).contains(admin);
        assertThat(identities.rows().grants()).hasSize(2);
        admin(identities.create(account("other")));
        identities.revokeGrant(grant);
        assertThat(identities.rows().grants()).extracting(GrantRecord::subject).containsExactly("disabled", "other");
    }

    @Test
    void twoAdministratorsCannotDeleteEachOtherAtTheSameTime() throws Exception {
        AccountRecord first = identities.create(account("first"));
        AccountRecord second = identities.create(account("second"));
        admin(first);
        admin(second);
        Iterator<AccountRecord> victims = List.of(first, second).iterator();
        Callable<Boolean> delete = () -> {
            AccountRecord victim;
            synchronized (victims) {
                victim = victims.next();
            }
            try {
                identities.delete(victim, LATER);
                return true;
            } catch (KubefateException e) {
                return false;
            }
        };

        assertThat(together(2, delete)).containsExactlyInAnyOrder(true, false);
        assertThat(identities.rows().accounts()).hasSize(1);
    }

    @Test
    void anAdministratorIsRestored() {
        identities.createFirst(account("admin"));
        AccountRecord admin = identities.accountNamed("admin").orElseThrow();
        jdbi.useHandle(handle -> {
            handle.execute("update account set enabled = false");
            handle.execute("delete from role_grant");
        });

        identities.restoreAdministrator(admin);
        identities.restoreAdministrator(account("other"));

        assertThat(identities.rows().accounts())
                .extracting(AccountRecord::enabled)
                .containsExactly(true, true);
        assertThat(identities.rows().grants()).extracting(GrantRecord::subject).containsExactly("admin", "other");
    }

    @Test
    void aGrantIsStoredOnce() throws Exception {
        List<GrantRecord> stored = together(4, () -> identities.grant(grant("alice", "viewer", "*")));

        assertThat(stored).containsOnly(identities.rows().grants().get(0));
        identities.revokeGrant(stored.get(0).id());
        assertThat(identities.rows().grants()).isEmpty();
        assertRefused(
                ErrorCode.NOT_FOUND, () -> identities.revokeGrant(stored.get(0).id()));
    }

    @Test
    void aTokenIsUsedAndRevoked() {
        AccountRecord alice = identities.create(account("alice"));
        identities.create(token("t-1", alice));
        identities.used("t-1", LATER);

        assertThat(identities.rows().tokens())
                .extracting(ApiTokenRecord::lastUsedAt)
                .containsExactly(Optional.of(LATER));
        assertThat(identities.revokeToken("t-1", LATER)).isTrue();
        assertThat(identities.revokeToken("t-1", LATER)).isFalse();
        assertThat(identities.rows().tokens()).isEmpty();
    }

    @Test
    void aRevocationIsKeptUntilTheTokenExpires() {
        identities.revokeSession("s-1", NOON.plusSeconds(10), NOON);
        identities.revokeSession("s-1", NOON.plusSeconds(10), NOON);
        identities.revokeSession("s-2", NOON.plusSeconds(90), NOON.plusSeconds(5));
        assertThat(identities.rows().revokedSessions()).containsExactlyInAnyOrder("s-1", "s-2");

        identities.revokeSession("s-3", NOON.plusSeconds(90), LATER);

        assertThat(identities.rows().revokedSessions()).containsExactlyInAnyOrder("s-2", "s-3");
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(KubefateException.class)
                .extracting(failure -> ((KubefateException) failure).code())
                .isEqualTo(code);
    }

    private void admin(AccountRecord account) {
        identities.grant(grant(account.name(), GrantRecord.ADMIN, GrantRecord.EVERYWHERE));
    }

    private static AccountRecord account(String name) {
        return new AccountRecord(
                0,
                UUID.randomUUID().toString(),
                name,
                "a@example.com",
                "hash",
                true,
                "sessions",
                RowTimes.created(NOON));
    }

    private static AccountRecord disabled(AccountRecord account) {
        return new AccountRecord(
                account.id(),
                account.uuid(),
                account.name(),
                account.email(),
                account.passwordHash(),
                false,
                account.sessions(),
                account.times());
    }

    private static GrantRecord grant(String user, String role, String namespace) {
        return new GrantRecord(0, SubjectKind.USER, user, role, namespace, "admin", NOON);
    }

    private static ApiTokenRecord token(String uuid, AccountRecord owner) {
        return new ApiTokenRecord(
                0, uuid, "portal", owner.uuid(), "hash of " + uuid, LATER, NOON, Optional.empty(), Optional.empty());
    }
}
