package io.kubefate.server.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.identity.AccessToken.Kind;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.identity.ApiTokenRecord;
import io.kubefate.server.store.identity.GrantRecord;
import io.kubefate.server.store.identity.IdentityRows;
import io.kubefate.server.store.identity.SubjectKind;
import io.kubefate.server.store.row.RowTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Subject ALICE = Subject.user("alice");

    private final List<AccountRecord> accounts = new ArrayList<>(List.of(account("alice", true)));
    private final List<GrantRecord> grants = new ArrayList<>();
    private final List<ApiTokenRecord> tokens = new ArrayList<>();
    private Set<String> revoked = Set.of();

    @ParameterizedTest
    @EnumSource(Permission.class)
    void whatNobodyGrantedIsDenied(Permission permission) {
        assertThat(access().denial(ALICE, permission, "a")).isPresent();
        assertThat(access().where(ALICE, permission).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, VIEW LOGS",
        "operator, VIEW LOGS CHANGE EXEC",
        "namespace-admin, VIEW LOGS CHANGE EXEC SECRETS GRANT",
        "admin, VIEW LOGS CHANGE EXEC SECRETS GRANT PLUGINS USERS AUDIT",
        "logs, LOGS",
        "exec, EXEC",
        "secrets, SECRETS",
        "plugins, PLUGINS",
        "of a later version, ''"
    })
    void aRoleIsASetOfPermissions(String role, String permissions) {
        grant(SubjectKind.USER, "alice", role, "*");

        assertThat(access().permissions(ALICE, "a"))
                .extracting(Permission::name)
                .containsExactlyInAnyOrder(permissions.isEmpty() ? new String[0] : permissions.split(" "));
    }

    @Test
    void aRoleCountsInItsNamespaceOnly() {
        grant(SubjectKind.USER, "alice", "operator", "a");

        Access access = access();
        assertThat(access.denial(ALICE, Permission.CHANGE, "a")).isEmpty();
        assertThat(access.denial(ALICE, Permission.CHANGE, Namespaces.ANY)).isEmpty();
        assertThat(access.denial(ALICE, Permission.CHANGE, "b")).isPresent();
        assertThat(access.denial(ALICE, Permission.CHANGE, Namespaces.EVERYWHERE))
                .isPresent();
        assertThat(access.where(ALICE, Permission.CHANGE)).isEqualTo(new Namespaces(false, Set.of("a")));
    }

    @Test
    void rolesAddUp() {
        grant(SubjectKind.USER, "alice", "viewer", "*");
        grant(SubjectKind.USER, "alice", "secrets", "a");
        grant(SubjectKind.GROUP, "team", "operator", "b");
        Subject member = new Subject("alice", Set.of("team"));

        Access access = access();
        assertThat(access.permissions(member, "a"))
                .containsExactlyInAnyOrder(Permission.VIEW, Permission.LOGS, Permission.SECRETS);
        assertThat(access.permissions(member, "b")).contains(Permission.CHANGE);
        assertThat(access.permissions(ALICE, "b")).doesNotContain(Permission.CHANGE);
    }

    @Test
    void aGroupIsNotAUserOfTheSameName() {
        grant(SubjectKind.GROUP, "alice", "admin", "*");

        assertThat(access().permissions(ALICE, "a")).isEmpty();
    }

    @Test
    void aDenialNamesThePermissionAndHowToGetIt() {
        assertThatThrownBy(() -> access().require(ALICE, Permission.CHANGE, "a"))
                .isInstanceOf(KubefateException.class)
                .hasMessage("user alice needs the permission change in namespace a; ask an administrator for the role"
                        + " operator in namespace a")
                .extracting(failure -> ((KubefateException) failure).code())
                .isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(access().denial(ALICE, Permission.PLUGINS, "*"))
                .hasValue("user alice needs the permission plugins in all namespaces; ask an administrator for the role"
                        + " admin in all namespaces");
    }

    @Test
    void aSessionIsAcceptedAsLongAsItsUserKeepsIt() {
        assertThat(access().refusal(session("alice", "s-1"), NOON)).isEmpty();
        assertThat(access().refusal(session("alice", "s-0"), NOON))
                .hasValue("the session of this token has ended; log in again");
        assertThat(access().refusal(session("bob", "s-1"), NOON)).hasValue("the user of this token does not exist");
        revoked = Set.of("t-1");
        assertThat(access().refusal(session("alice", "s-1"), NOON)).isPresent();
    }

    @Test
    void noTokenOfADisabledUserIsAccepted() {
        accounts.set(0, account("alice", false));
        tokens.add(token("t-2", "alice"));

        assertThat(access().refusal(session("alice", "s-1"), NOON)).hasValue("the user of this token is disabled");
        assertThat(access().apiToken("hash of t-2").flatMap(token -> access().refusal(token, NOON)))
                .hasValue("the user of this token is disabled");
    }

    @Test
    void anApiTokenIsThatOfItsOwnerUntilItExpires() {
        tokens.add(token("t-2", "alice"));
        AccessToken token = access().apiToken("hash of t-2").orElseThrow();

        assertThat(token.kind()).isEqualTo(Kind.API);
        assertThat(token.subject()).isEqualTo(ALICE);
        assertThat(access().refusal(token, NOON)).isEmpty();
        assertThat(access().refusal(token, NOON.plusSeconds(60))).hasValue("Token is expired");
        assertThat(access().apiToken("t-2")).isEmpty();
        tokens.clear();
        assertThat(access().refusal(token, NOON)).hasValue("this token is revoked");
    }

    private Access access() {
        return new Access(new IdentityRows(accounts, grants, tokens, revoked));
    }

    private void grant(SubjectKind kind, String subject, String role, String namespace) {
        grants.add(new GrantRecord(grants.size(), kind, subject, role, namespace, "admin", NOON));
    }

    private static AccountRecord account(String name, boolean enabled) {
        return new AccountRecord(1, "id of " + name, name, "", "hash", enabled, "s-1", RowTimes.created(NOON));
    }

    private static AccessToken session(String user, String sessions) {
        return new AccessToken(
                Kind.SESSION, "t-1", Subject.user(user), sessions, NOON.minusSeconds(60), NOON.plusSeconds(60));
    }

    private static ApiTokenRecord token(String uuid, String user) {
        return new ApiTokenRecord(
                1,
                uuid,
                "portal",
                "id of " + user,
                "hash of " + uuid,
                NOON.plusSeconds(60),
                NOON,
                Optional.empty(),
                Optional.empty());
    }
}
