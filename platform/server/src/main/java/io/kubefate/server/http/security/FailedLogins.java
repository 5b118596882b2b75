package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down and locks those who guess passwords. It counts per account and address, so that nobody can lock out the user of an account
 * who is elsewhere. A success resets the count.
 */
public final class FailedLogins {

    static final int MAX_FAILURES = 10;
    static final Duration LOCK = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);

    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final Duration MAX_DELAY = Duration.ofSeconds(4);
    private static final int MAX_ADDRESSES = 10_000;

    /** Further accounts that one address tries are counted as one, so that their number does not matter. */
    private static final int MAX_ACCOUNTS = 20;

    private static final String OTHER_ACCOUNTS = "";
    private static final int MAX_NAME = 64;

    private final Clock clock;
    private final Runnable onFailure;
    private final Map<String, Map<String, Failures>> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Failures>> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    /**
     * Creates a count.
     *
     * @param onFailure called for each failed login, also of a locked account
     */
    public FailedLogins(Clock clock, Runnable onFailure) {
        this.clock = requireNonNull(clock, "clock is null");
        this.onFailure = requireNonNull(onFailure, "onFailure is null");
    }

    /**
     * The result of an attempt to log in.
     *
     * @param state whether the password was correct, or not even checked
     * @param pause how long to wait before the answer, or until the lock ends
     */
    public record Attempt(State state, Duration pause) {

        /** The possible results. */
        public enum State {
            ACCEPTED,
            REJECTED,
            LOCKED
        }
    }

    /**
     * Checks a password unless the account is locked for the address. Attempts on the same account from the same address are checked one
     * after the other, so that no more than ten can fail.
     *
     * @param check returns whether the password is correct
     */
    public Attempt attempt(String account, String address, BooleanSupplier check) {
        String name = account.substring(0, Math.min(account.length(), MAX_NAME));
        Failures failures = failures(name, address);
        synchronized (failures) {
            Instant now = clock.instant();
            if (failures.isLocked(now)) {
                onFailure.run();
                return new Attempt(Attempt.State.LOCKED, Duration.between(now, failures.last.plus(LOCK)));
            }
            if (check.getAsBoolean()) {
                failures.count = 0;
                return new Attempt(Attempt.State.ACCEPTED, Duration.ZERO);
            }
            onFailure.run();
            failures.add(now);
            LOG.warn(
                    "login of {} from {} failed, {} of {} times{}",
                    name.replaceAll("\\p{Cntrl}", "?"),
                    address,
                    failures.count,
                    MAX_FAILURES,
                    failures.isLocked(now) ? "; the account is locked for this address for 5 minutes" : "");
            return new Attempt(Attempt.State.REJECTED, failures.delay());
        }
    }

    private synchronized Failures failures(String account, String address) {
        Map<String, Failures> accounts = byAddress.computeIfAbsent(address, key -> new HashMap<>());
        boolean counted = accounts.containsKey(account) || accounts.size() < MAX_ACCOUNTS;
        return accounts.computeIfAbsent(counted ? account : OTHER_ACCOUNTS, key -> new Failures());
    }

    private static final class Failures {

        private int count;
        private Instant last = Instant.MIN;

        private boolean isLocked(Instant now) {
            return count >= MAX_FAILURES && now.isBefore(last.plus(LOCK));
        }

        /** Failures that are older than the lock count no more. */
        private void add(Instant now) {
            boolean recent = count > 0 && now.isBefore(last.plus(LOCK));
            count = recent ? count + 1 : 1;
            last = now;
        }

        /** Doubles with each failure; the first mistake costs nothing. */
        private Duration delay() {
            if (count < 2) {
                return Duration.ZERO;
            }
            Duration delay = FIRST_DELAY.multipliedBy(1L << (count - 2));
            return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
        }
    }
}
