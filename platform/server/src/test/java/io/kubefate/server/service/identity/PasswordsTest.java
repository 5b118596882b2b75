package io.kubefate.server.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.KubefateException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords(Clock.systemUTC());

    @Test
    void verifiesWhatItHashed() {
        String hash = passwords.hash("p\u00e4ss w\u00f6rd");

        assertThat(passwords.verify("p\u00e4ss w\u00f6rd", hash)).isTrue();
        assertThat(passwords.verify("pass word", hash)).isFalse();
        assertThat(passwords.verify("x".repeat(73), hash)).isFalse();
        assertThat(passwords.verify("p\u00e4ss w\u00f6rd", "no hash")).isFalse();
    }

    @Test
    void aCorrectPasswordIsHashedOnce() {
        String hash = passwords.hash("correct password");
        passwords.verify("correct password", hash);
        long begin = System.nanoTime();
        for (int login = 0; login < 1000; login++) {
            passwords.verify("correct password", hash);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short12|fewer than 8 characters",
                "Alice.Liddell|the name of the user",
                "ChangeMe|published as an example",
                "12345678|published as an example",
            })
    void refusesAWeakPassword(String password, String reason) {
        assertThatThrownBy(() -> Passwords.requireStrong(password, "alice.liddell"))
                .isInstanceOf(KubefateException.class)
                .hasMessageStartingWith("invalid password: it ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining(password);
    }

    @Test
    void refusesAPasswordThatIsTooLongForItsHash() {
        assertThatThrownBy(() -> Passwords.requireStrong("\u00e4".repeat(37), "alice"))
                .hasMessageContaining("more than 72 bytes");
        assertThatCode(() -> Passwords.requireStrong("x".repeat(72), "alice")).doesNotThrowAnyException();
    }
}
