package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.kubefate.api.Credentials;
import io.kubefate.server.configuration.UserConfiguration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginTest {

    private static final String HASH = BCrypt.withDefaults().hashToString(4, "secret".toCharArray());

    @Test
    void comparesTheConfiguredPassword() {
        Login login = new Login(new UserConfiguration("admin", "secret", Optional.empty()));

        assertThat(login.check(new Credentials("admin", "secret"))).hasValue(new User("admin"));
        assertThat(login.check(new Credentials("admin", "secret "))).isEmpty();
        assertThat(login.check(new Credentials("Admin", "secret"))).isEmpty();
    }

    @Test
    void aHashReplacesThePassword() {
        Login login = new Login(new UserConfiguration("admin", "other", Optional.of(HASH)));

        assertThat(login.check(new Credentials("admin", "secret"))).hasValue(new User("admin"));
        assertThat(login.check(new Credentials("admin", "other"))).isEmpty();
        assertThat(login.check(new Credentials("somebody", "secret"))).isEmpty();
    }

    @Test
    void anInvalidHashMatchesNoPassword() {
        Login login = new Login(new UserConfiguration("admin", "admin", Optional.of("no hash")));

        assertThat(login.check(new Credentials("admin", "no hash"))).isEmpty();
        assertThat(login.check(new Credentials("admin", "admin"))).isEmpty();
    }

    @Test
    void aPasswordThatEverybodyKnowsIsReported() {
        String hash = BCrypt.withDefaults().hashToString(4, "admin".toCharArray());

        assertThat(new Login(new UserConfiguration("root", "admin", Optional.empty())).warning())
                .hasValue("user root has the published sample password; set FATECLOUD_USER_PASSWORD to another one");
        assertThat(new Login(new UserConfiguration("admin", "x", Optional.of(hash))).warning())
                .isPresent();
    }

    @Test
    void anyOtherPasswordIsNot() {
        assertThat(new Login(new UserConfiguration("admin", "secret", Optional.empty())).warning())
                .isEmpty();
        assertThat(new Login(new UserConfiguration("admin", "admin", Optional.of(HASH))).warning())
                .isEmpty();
    }

    @Test
    void aPasswordTooLongForAHashIsWrong() {
        Login login = new Login(new UserConfiguration("admin", null, Optional.of(HASH)));

        assertThat(login.check(new Credentials("admin", "x".repeat(100)))).isEmpty();
        assertThat(login.check(new Credentials("admin", "x".repeat(72)))).isEmpty();
        assertThat(login.check(new Credentials("admin", ""))).isEmpty();
    }
}
