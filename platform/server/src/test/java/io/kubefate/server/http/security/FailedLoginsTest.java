package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.http.security.FailedLogins.Attempt;
import io.kubefate.server.http.security.FailedLogins.Attempt.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private Instant now = Instant.parse("2020-11-13T07:22:53Z");

    private int reported;

    private final FailedLogins failures = new FailedLogins(clock(), () -> reported++);

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Test
    void theAnswerToAFailureTakesLongerEachTime() {
        List<Long> millis = IntStream.range(0, 8)
                .mapToObj(index -> guess("admin", "10.0.0.1").pause().toMillis())
                .toList();

        assertThat(millis).containsExactly(0L, 250L, 500L, 1000L, 2000L, 4000L, 4000L, 4000L);
    }

    @Test
    void tenFailuresLockTheAccountForTheAddress() {
        failTenTimes("admin", "10.0.0.1");

        Attempt attempt = login("admin", "10.0.0.1");
        assertThat(attempt).isEqualTo(new Attempt(State.LOCKED, Duration.ofMinutes(5)));
    }

    @Test
    void nobodyElseIsLockedOut() {
        failTenTimes("admin", "10.0.0.1");

        assertThat(login("admin", "10.0.0.2").state()).isEqualTo(State.ACCEPTED);
        assertThat(login("other", "10.0.0.1").state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void theLockEndsAfterFiveMinutes() {
        failTenTimes("admin", "10.0.0.1");
        now = now.plus(Duration.ofMinutes(5));

        assertThat(guess("admin", "10.0.0.1").state()).isEqualTo(State.REJECTED);
        assertThat(login("admin", "10.0.0.1").state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aSuccessResetsTheCount() {
        IntStream.range(0, 9).forEach(index -> guess("admin", "10.0.0.1"));
        login("admin", "10.0.0.1");

        assertThat(guess("admin", "10.0.0.1").pause()).isZero();
    }

    @Test
    void manyAccountsOfOneAddressCountTogether() {
        IntStream.range(0, 40).forEach(index -> guess("account-" + index, "10.0.0.1"));

        assertThat(login("account-99", "10.0.0.1").state()).isEqualTo(State.LOCKED);
        assertThat(login("account-1", "10.0.0.1").state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aSuccessDoesNotResetTheCountThatAccountsShare() {
        IntStream.range(0, 20).forEach(index -> guess("account-" + index, "10.0.0.1"));
        IntStream.range(0, 9).forEach(index -> guess("admin", "10.0.0.1"));
        login("mine", "10.0.0.1");
        guess("admin", "10.0.0.1");

        assertThat(login("admin", "10.0.0.1").state()).isEqualTo(State.LOCKED);
    }

    @Test
    void anAccountThatSharesACountGetsNoOtherOneWhenThereIsRoomAgain() {
        IntStream.range(0, 20).forEach(index -> guess("account-" + index, "10.0.0.1"));
        failTenTimes("admin", "10.0.0.1");
        login("account-0", "10.0.0.1");

        assertThat(login("admin", "10.0.0.1").state()).isEqualTo(State.LOCKED);
    }

    @Test
    void accountsThatLoggedInShareNoCount() {
        IntStream.range(0, 40).forEach(index -> login("account-" + index, "10.0.0.1"));
        failTenTimes("account-40", "10.0.0.1");

        assertThat(login("account-41", "10.0.0.1").state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void failuresThatAreOlderThanTheLockShareNoCount() {
        IntStream.range(0, 40).forEach(index -> guess("account-" + index, "10.0.0.1"));
        now = now.plus(Duration.ofMinutes(5));
        failTenTimes("account-40", "10.0.0.1");

        assertThat(login("account-41", "10.0.0.1").state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void otherAttemptsAtTheSameTimeLoseNoFailure() {
        failures.attempt("admin", "10.0.0.1", () -> {
            IntStream.range(0, 40).forEach(index -> login("account-" + index, "10.0.0.1"));
            return false;
        });

        assertThat(guess("admin", "10.0.0.1").pause()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void reportsFailuresAndAttemptsOnALockedAccount() {
        failTenTimes("admin", "10.0.0.1");
        login("admin", "10.0.0.1");
        login("admin", "10.0.0.2");

        assertThat(reported).isEqualTo(11);
    }

    private void failTenTimes(String account, String address) {
        IntStream.range(0, 10).forEach(index -> guess(account, address));
    }

    private Attempt guess(String account, String address) {
        return failures.attempt(account, address, () -> false);
    }

    private Attempt login(String account, String address) {
        return failures.attempt(account, address, () -> true);
    }
}
