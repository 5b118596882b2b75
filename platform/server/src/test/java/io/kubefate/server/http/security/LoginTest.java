package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.Credentials;
import io.kubefate.server.service.identity.AccessControl;
import io.kubefate.server.service.identity.Account;
import io.kubefate.server.service.identity.Administrators;
import io.kubefate.server.service.identity.Passwords;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.IdentityStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginTest {

    private final EmbeddedDatabase database = new EmbeddedDatabase();
    private final IdentityStore store = new IdentityStore(database.jdbi());
    private final Passwords passwords = new Passwords(Clock.systemUTC());

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void comparesThePassword() {
        Login login = login("admin", "secret");

        assertThat(login.check(new Credentials("admin", "secret")))
                .map(Account::name)
                .hasValue("admin");
        assertThat(login.check(new Credentials("admin", "secret "))).isEmpty();
        assertThat(login.check(new Credentials("Admin", "secret"))).isEmpty();
        assertThat(login.check(new Credentials("somebody", "secret"))).isEmpty();
        assertThat(login.check(new Credentials("admin", ""))).isEmpty();
        assertThat(login.check(new Credentials("admin", "x".repeat(100)))).isEmpty();
    }

    @Test
    void aDisabledUserCannotLogIn() {
        AccessControl access = access("admin", "secret");
        database.jdbi().useHandle(handle -> handle.execute("update account set enabled = false"));
        access.reload();

        Login login = new Login(access, passwords, "admin");
        assertThat(login.check(new Credentials("admin", "secret"))).isEmpty();
    }

    @Test
    void aPasswordThatAnotherReplicaHasJustStoredIsCorrect() throws InterruptedException {
        Login login = login("admin", "secret");
        String hash = passwords.hash("other");
        database.jdbi().useHandle(handle -> handle.execute("update account set password_hash = ?", hash));
        Thread.sleep(600);

        assertThat(login.check(new Credentials("admin", "other"))).isPresent();
    }

    @Test
    void aPasswordThatEverybodyKnowsIsReportedUntilItIsChanged() {
        AccessControl access = access("root", "admin");
        Login login = new Login(access, passwords, "root");

        assertThat(login.warning())
                .hasValue("user root has the published sample password; change it with: kubefate user passwd root");
        String hash = passwords.hash("other");
        database.jdbi().useHandle(handle -> handle.execute("update account set password_hash = ?", hash));
        access.reload();
        assertThat(login.warning()).isEmpty();
    }

    private Login login(String user, String password) {
        return new Login(access(user, password), passwords, user);
    }

    private AccessControl access(String user, String password) {
        new Administrators(store, passwords, Clock.systemUTC()).create(user, password, Optional.empty());
        return new AccessControl(store, Clock.systemUTC(), Duration.ofHours(1));
    }
}
