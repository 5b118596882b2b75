package io.kubefate.server.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.CapturedLog;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.IdentityStore;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.identity.GrantRecord;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("a service that starts removes the appenders of all others")
class AdministratorsTest {

    private final EmbeddedDatabase database = new EmbeddedDatabase();
    private final IdentityStore store = new IdentityStore(database.jdbi());
    private final Passwords passwords = new Passwords(Clock.systemUTC());
    private final Administrators administrators = new Administrators(store, passwords, Clock.systemUTC());

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void theConfiguredUserIsCreatedAtTheFirstStartOnly() {
        administrators.create("admin", "first password", Optional.empty());
        AccountRecord created = account("admin");
        administrators.create("admin", "other password", Optional.empty());

        assertThat(account("admin")).isEqualTo(created);
        assertThat(passwords.verify("first password", created.passwordHash())).isTrue();
        assertThat(permissions("admin")).containsExactlyInAnyOrder(Permission.values());
    }

    @ParameterizedTest
    @CsvSource({"other password, 1", "first password, 0", "admin, 0"})
    void aConfiguredPasswordThatIsNotUsedIsReported(String configured, int warnings) {
        administrators.create("admin", "first password", Optional.empty());
        try (CapturedLog log = CapturedLog.of(Administrators.class)) {
            administrators.create("admin", configured, Optional.empty());

            assertThat(log.lines())
                    .hasSize(warnings)
                    .allSatisfy(line -> assertThat(line)
                            .contains(
                                    "WARN the configured password of user admin is not used",
                                    "kubefate user passwd admin")
                            .doesNotContain(configured));
        }
    }

    @Test
    void aConfiguredHashIsTaken() {
        String hash = passwords.hash("from the hash");

        administrators.create("admin", "ignored", Optional.of(hash));

        assertThat(account("admin").passwordHash()).isEqualTo(hash);
    }

    @Test
    void anAdministratorWhoCanNoLongerLogInGetsAnotherPassword() {
        administrators.create("admin", "forgotten", Optional.empty());
        String sessions = account("admin").sessions();
        database.jdbi().useHandle(handle -> {
            handle.execute("update account set enabled = false");
            handle.execute("delete from role_grant");
        });

        administrators.restore("admin", "another password");

        assertThat(account("admin").enabled()).isTrue();
        assertThat(account("admin").sessions()).isNotEqualTo(sessions);
        assertThat(passwords.verify("another password", account("admin").passwordHash()))
                .isTrue();
        assertThat(permissions("admin")).contains(Permission.USERS);
    }

    @Test
    void aMissingAdministratorIsCreated() {
        administrators.restore("rescue", "another password");

        assertThat(store.rows().grants()).extracting(GrantRecord::subject).containsExactly("rescue");
        assertThatThrownBy(() -> administrators.restore("rescue", "rescue"))
                .isInstanceOf(KubefateException.class)
                .hasMessageStartingWith("invalid password");
    }

    private AccountRecord account(String name) {
        return store.accountNamed(name).orElseThrow();
    }

    private Iterable<Permission> permissions(String name) {
        return new Access(store.rows()).permissions(Subject.user(name), "any");
    }
}
